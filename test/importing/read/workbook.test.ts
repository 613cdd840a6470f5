import { utimesSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { inspectFile } from '../../../src-main/importing/read/inspect-file.ts';
import { openRows } from '../../../src-main/importing/read/open-rows.ts';
import { makeWorkbook, makeZip, type WorkbookContent } from './make-workbook.ts';
import { createSourceFiles, readAll } from './source-files.ts';

const files = createSourceFiles();
afterAll(files.remove);

const workbook = (content: WorkbookContent) => files.write(makeWorkbook(content), 'book.xlsx');
const header =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>what</t></is></c></row>';
const row = (number: number, cell: string) =>
  `<row r="${number}"><c r="A${number}"><v>${number}</v></c>${cell.replace('<c', `<c r="B${number}"`)}</row>`;
const readCell = async (cell: string, more: Partial<WorkbookContent> = {}) => {
  const { values } = await readAll(workbook({ sheets: { S: header + row(2, cell) }, ...more }));
  return values[0]?.['what'];
};

describe('a workbook', () => {
  test('lists its sheets and is read from the first that is not hidden, or the one that is chosen', async () => {
    const path = workbook({
      sheets: { Secret: header + row(2, '<c/>'), 'Q1 &amp; Q2': header + row(3, '<c/>') },
      hidden: ['Secret'],
    });
    const { format, values } = await readAll(path);
    expect(format).toMatchObject({ kind: 'xlsx', sheets: ['Secret', 'Q1 & Q2'], sheet: 'Q1 & Q2' });
    expect(values).toEqual([{ id: '3', what: '' }]);
    expect((await readAll(path, { sheet: 'Secret' })).values).toEqual([{ id: '2', what: '' }]);
    await expect(readAll(path, { sheet: 'Gone' })).rejects.toThrow('no sheet named “Gone”');
  });

  test('may leave out blank cells and rows, and the addresses of all of them', async () => {
    const sheet = `<row/><row r="3"><c t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row><row r="7"><c r="C7"><v>5</v></c></row><row><c><v>6</v></c></row>`;
    const { rows } = await readAll(workbook({ sheets: { S: sheet }, texts: ['<t>a</t>', '<t>c</t>'] }));
    expect(rows).toEqual([
      { number: 7, values: { a: '', 'Column 2': '', c: '5' } },
      { number: 8, values: { a: '6', 'Column 2': '', c: '' } },
    ]);
  });

  test.each([
    ['<c><v>1234.5</v></c>', '1234.5'],
    ['<c><v>0.10000000000000001</v></c>', '0.1'],
    ['<c t="b"><v>1</v></c>', 'TRUE'],
    ['<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['<c t="d"><v>2024-01-24T09:05:00</v></c>', '2024-01-24T09:05:00'],
    ['<c t="s"><v>0</v></c>', 'two\r\nparts & more'],
    ['<c t="s"><v>99</v></c>', ''],
    ['<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>', 'ab'],
    ['<c><f>1+1</f><v>2</v></c>', '2'],
    ['<c t="str"><f>HYPERLINK("http://x")</f><v>=shown</v></c>', '=shown'],
  ])('shows the cell %s as %j', async (cell, shown) => {
    const texts = ['<r><t>two_x000D_\n</t></r><r><t>parts &amp; more</t></r><rPh><t>phonetic</t></rPh>'];
    expect(await readCell(cell, { texts })).toBe(shown);
  });

  test.each([
    ['yyyy-mm-dd', '45315', '2024-01-24'],
    ['d/m/yy h:mm', '45315.378506944', '2024-01-24T09:05:03'],
    ['[$-409]d-mmm-yy;@', '59', '1900-02-28'],
    ['yyyy', '61', '1900-03-01'],
    ['yyyy', '0', '1899-12-31'],
    ['h:mm', '0.5', '12:00:00'],
    ['[h]:mm', '1.5', '1.5'],
    ['0000000', '42', '0000042'],
    ['#,##0.00 &quot;days&quot;', '42', '42'],
    ['[Red]General', '42', '42'],
    ['yyyy', '-1', '-1'],
    ['yyyy', '99999999', '99999999'],
  ])('shows the format %s of %s as %s', async (format, value, shown) => {
    expect(await readCell(`<c s="1"><v>${value}</v></c>`, { formats: [format] })).toBe(shown);
  });

  test('counts days from 1904 where it says so', async () => {
    expect(await readCell('<c s="1"><v>43853</v></c>', { formats: ['yyyy-mm-dd'], from1904: true })).toBe('2024-01-24');
  });

  test('refuses a row with a formula that has no saved result, and reads on', async () => {
    const { rows } = await readAll(
      workbook({ sheets: { S: header + row(2, '<c><f>NOW()</f></c>') + row(3, '<c><v>1</v></c>') } }),
    );
    expect(rows).toEqual([
      { number: 2, problem: expect.stringContaining('column 2 has a formula without a saved result') as string },
      { number: 3, values: { id: '3', what: '1' } },
    ]);
  });

  test('refuses rows with text beyond the header or with too much of it', async () => {
    const long = `<c t="inlineStr"><is><t>${'x'.repeat(1_000_001)}</t></is></c>`;
    const many = Array.from({ length: 9 }, () => '<c t="s"><v>0</v></c>').join('');
    const far = '<row r="5"><c r="ZZZ5"><v>1</v></c></row><row r="6"><c r="D6"><v>1</v></c></row>';
    const sheet = `${header}${row(2, long)}<row r="3">${many}</row>${far}${row(7, '<c><v>1</v></c>')}`;
    const { rows } = await readAll(workbook({ sheets: { S: sheet }, texts: [`<t>${'y'.repeat(1_000_000)}</t>`] }));
    expect(rows.map(({ number, problem }) => [number, problem])).toEqual([
      [2, 'The text in “what” has more than 1,000,000 characters.'],
      [3, 'This row is larger than 8 MiB.'],
      [5, 'This row has a cell outside the columns that a sheet may have.'],
      [6, 'This row has text in column 4, but the header has 2 columns.'],
      [7, undefined],
    ]);
  });

  test('ends with an error when it changes while it is read, and stops when it is told to', async () => {
    const path = workbook({
      sheets: { S: header + Array.from({ length: 20_000 }, (_, i) => row(i + 2, '<c><v>1</v></c>')).join('') },
    });
    const format = await inspectFile(path);
    const changed = (async () => {
      for await (const { number } of openRows(path, format)) if (number === 2) utimesSync(path, 1_000, 1_000);
    })();
    await expect(changed).rejects.toMatchObject({ code: 'conflict' });
    const stop = new AbortController();
    const told: number[] = [];
    const stopped = (async () => {
      const options = { signal: stop.signal, onBytes: (bytes: number) => told.push(bytes) };
      for await (const { number } of openRows(path, format, options))
        if (number === 100) stop.abort(new Error('enough'));
    })();
    await expect(stopped).rejects.toThrow('enough');
    expect(told[0]).toBeGreaterThan(0);
  });
});

describe('a workbook is refused', () => {
  const plain = { sheets: { S: header + row(2, '<c><v>1</v></c>') } };
  const bomb = Buffer.alloc(70 * 1024 * 1024, ' ');
  const replace = (name: string, content: string | Buffer, declared?: number): WorkbookContent => ({
    ...plain,
    change: (parts) =>
      parts.map((part) => (part.name === name ? { name, content, ...(declared && { declared }) } : part)),
  });

  test.each<[string, () => Buffer, string]>([
    ['that is cut off', () => makeWorkbook(plain).subarray(0, -40), 'damaged or cut off'],
    ['that is another ZIP file', () => makeZip([{ name: 'a.csv', content: 'a,b' }]), 'no workbook'],
    ['without sheets', () => makeWorkbook({ sheets: {} }), 'no sheet with cells'],
    ['whose shared texts are a bomb', () => makeWorkbook(replace('xl/sharedStrings.xml', bomb)), 'more than 64 MiB'],
    [
      'whose sheet is a bomb',
      () => makeWorkbook(replace('xl/worksheets/s0.xml', bomb)),
      'more than 200 times its size',
    ],
    ['that lies about a size', () => makeWorkbook(replace('xl/worksheets/s0.xml', bomb, 1000)), 'damaged or cut off'],
    ['whose sheet is no XML', () => makeWorkbook(replace('xl/worksheets/s0.xml', '<a><b></a>')), 'not valid XML'],
    [
      'whose sheet ends early',
      () => makeWorkbook(replace('xl/worksheets/s0.xml', '<worksheet><sheetData>')),
      'not valid XML',
    ],
    [
      'that declares entities',
      () =>
        makeWorkbook(
          replace('xl/worksheets/s0.xml', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
        ),
      'not valid XML',
    ],
    [
      'whose text is not UTF-8',
      () => makeWorkbook(replace('xl/worksheets/s0.xml', Buffer.from([0x3c, 0x61, 0x3e, 0xff]))),
      'not valid XML',
    ],
  ])('%s', async (_, make, message) => {
    const reading = readAll(files.write(make()));
    await expect(reading).rejects.toMatchObject({
      name: 'AppError',
      message: expect.stringContaining(message) as string,
    });
  });
});
