import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { FileFormat } from '../../../src-main/importing/read/file-format.ts';
import { inspectFile } from '../../../src-main/importing/read/inspect-file.ts';
import { openRows } from '../../../src-main/importing/read/open-rows.ts';
import { readCsv } from '../../../src-main/importing/read/read-csv.ts';
import { toUtf8 } from '../../../src-main/importing/read/to-utf8.ts';
import { asWindows1252, collect, createSourceFiles, encodings, inPieces, readAll } from './source-files.ts';

const files = createSourceFiles();
afterAll(files.remove);

const csv: FileFormat = {
  kind: 'csv',
  gzipped: false,
  encoding: 'utf-8',
  delimiter: ',',
  lineEnd: 'lf',
  sheets: [],
  sheet: null,
  rowsAt: null,
  remarks: [],
};

describe('detection', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ',', 'lf'],
    ['a;b;c\r\n1,5;2,5;3,5\r\n', ';', 'crlf'],
    ['a\tb\n1,2,3\t4,5\n', '\t', 'lf'],
    ['a|b|c\r1|2|3\r', '|', 'cr'],
    ['a,b\n1,2\r3,4\r\n5,6\r', ',', 'mixed'],
    ['sep=;\na,x;b\n1;2\n', ';', 'lf'],
    ['"a;b","c;d"\n"1;2","3;4"\n', ',', 'lf'],
    ['text,more\n"one\r\rtwo\r",x\n', ',', 'lf'],
    ['only\none\ncolumn\n', ',', 'lf'],
    ['"a;""b;"",c";d\n1;2', ';', 'lf'],
  ])('of %j finds the delimiter %j and the line end %s', async (text, delimiter, lineEnd) => {
    expect(await inspectFile(files.write(text))).toMatchObject({ kind: 'csv', delimiter, lineEnd });
  });

  test('is not misled by a comma in every cell of a table with semicolons', async () => {
    const { values } = await readAll(files.write('name;price\nBolt, long;1,50\nNut;0,20\n'));
    expect(values).toEqual([
      { name: 'Bolt, long', price: '1,50' },
      { name: 'Nut', price: '0,20' },
    ]);
  });
});

describe('rows', () => {
  test('keep quotes, line breaks and delimiters that stand in quotes', async () => {
    const { values } = await readAll(files.write('id,text\n1,"He said ""no"",\r\nthen left"\n2,5" disk\n'));
    expect(values).toEqual([
      { id: '1', text: 'He said "no",\r\nthen left' },
      { id: '2', text: '5" disk' },
    ]);
  });

  test('count as a person counts them, with the header as row 1 and blank lines counted', async () => {
    const { rows } = await readAll(files.write('a,b\n\n1,2\n,\n3,4\n'));
    expect(rows.map((row) => row.number)).toEqual([3, 5]);
  });

  test('of a file that ends its lines with CR alone are read', async () => {
    const { values } = await readAll(files.write('a,b\r1,2\r3,"x\ny"\r'));
    expect(values).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: 'x\ny' },
    ]);
  });

  test('with missing or superfluous cells are problems, and blanks at the end are not', async () => {
    const { rows } = await readAll(files.write('a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n1,2,\n'));
    expect(rows).toEqual([
      { number: 2, problem: 'This row has 2 cells, but the header has 3 columns.' },
      { number: 3, problem: 'This row has text in column 4, but the header has 3 columns.' },
      { number: 4, values: { a: '1', b: '2', c: '3' } },
      { number: 5, values: { a: '1', b: '2', c: '' } },
    ]);
  });

  test('may leave out cells under headers that are blank up to the end', async () => {
    expect((await readAll(files.write('a,b,,\n1,2\n'))).values).toEqual([
      { a: '1', b: '2', 'Column 3': '', 'Column 4': '' },
    ]);
  });

  test('have a name for every column, also where headers are blank, repeated or dangerous', async () => {
    const { values } = await readAll(files.write('id, id ,,id (2),id,__proto__,"two\nlines"\n1,2,3,4,5,6,7\n'));
    expect(values).toEqual([
      { id: '1', 'id (2)': '2', 'Column 3': '3', 'id (2) (2)': '4', 'id (3)': '5', 'Column 6': '6', 'two lines': '7' },
    ]);
    expect(Object.getPrototypeOf(values[0])).toBe(Object.prototype);
  });

  test('keep formulas as the text they are', async () => {
    const { values } = await readAll(files.write('a,b\n=1+1,"=HYPERLINK(""http://x"")"\n'));
    expect(values).toEqual([{ a: '=1+1', b: '=HYPERLINK("http://x")' }]);
  });

  test('take a cell of 100,000 characters and refuse one of more than 1,000,000', async () => {
    const path = files.write(`a,b\n1,${'x'.repeat(100_000)}\n2,"${'y\n'.repeat(500_001)}"\n3,z\n`);
    const { rows } = await readAll(path);
    expect(rows[0]?.values?.['b']).toHaveLength(100_000);
    expect(rows[1]).toEqual({ number: 3, problem: 'The text in “b” has more than 1,000,000 characters.' });
    expect(rows[2]).toEqual({ number: 4, values: { a: '3', b: 'z' } });
  });

  test('are read no further than they are asked for', async () => {
    const path = files.write(`a,b\n${'some,text\n'.repeat(500_000)}`);
    let seen = 0;
    for await (const row of openRows(path, csv, { onBytes: (bytes) => (seen = bytes) })) if (row.number > 5) break;
    expect(seen).toBeLessThan(300_000);
  });

  test('end with an error at a quote that is never closed, long before the end of a large file', async () => {
    const path = files.write(`a,b\n1,2\n2,"open\n${'some,text\n'.repeat(2_000_000)}`);
    let seen = 0;
    const reading = readAll(path, {}, { onBytes: (bytes) => (seen = bytes) });
    await expect(reading).rejects.toMatchObject({ code: 'invalid_arguments', details: { row: 3 } });
    expect(seen).toBeLessThan(9_000_000);
    await expect(readAll(files.write('a,b\n1,2\n2,"open\n'))).rejects.toThrow('The file ends inside row 3.');
  });
});

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r\n', 'a', ' ', 'é', '👩🏽', '='), maxLength: 8 }),
);
const clean = (text: string) => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '');

test('any table written as CSV reads back the same, in every encoding and however it arrives', async () => {
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell.map(clean), { minLength: width, maxLength: width }), { maxLength: 12 }));
  const written = fc.record({
    rows: table,
    encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const, 'windows-1252' as const),
    delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const),
    lineEnd: fc.constantFrom('lf' as const, 'crlf' as const),
    always: fc.boolean(),
    sizes: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(written, async ({ rows, encoding, delimiter, lineEnd, always, sizes }) => {
      const special = (text: string) => /["\r\n]/.test(text) || text.includes(delimiter);
      const quote = (text: string) => (always || special(text) ? `"${text.replaceAll('"', '""')}"` : text);
      const header = (rows[0] ?? ['']).map((_, index) => `c${index}`);
      const end = lineEnd === 'lf' ? '\n' : '\r\n';
      const text = [header, ...rows].map((row) => row.map(quote).join(delimiter) + end).join('');
      const pieces = inPieces(encodings[encoding](text), sizes);
      const read = await collect(readCsv(toUtf8(pieces, encoding), { ...csv, delimiter, lineEnd }));
      const kept = (value: string) => (encoding === 'windows-1252' ? asWindows1252(value) : value);
      const filled = rows.map((row) => row.map(kept)).filter((row) => row.some((value) => value.trim() !== ''));
      expect(read.map((row) => Object.values(row.values ?? {}))).toEqual(filled);
    }),
    { numRuns: 300 },
  );
});

test('any bytes end in rows, problems or a clear error', async () => {
  const soup = fc.string({
    unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ';', '\0', 'é', '{', '[', '\\', ':'),
    maxLength: 60,
  });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    soup.map((text) => new Uint8Array(Buffer.from(text))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      try {
        await readAll(files.write(content));
      } catch (error) {
        expect(error).toMatchObject({ name: 'AppError', code: 'invalid_arguments' });
      }
    }),
    { numRuns: 400 },
  );
});
