import { appendFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { inspectFile } from '../../../src-main/importing/read/inspect-file.ts';
import { openRows } from '../../../src-main/importing/read/open-rows.ts';
import { createSourceFiles, encodings, readAll } from './source-files.ts';

const files = createSourceFiles();
afterAll(files.remove);

const text = 'id,name\n1,Zoë’s “new” café €5\n2,Grüße 👩🏽‍💻\n';
const values = [
  { id: '1', name: 'Zoë’s “new” café €5' },
  { id: '2', name: 'Grüße 👩🏽‍💻' },
];

describe('encodings', () => {
  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', encodings['utf-16le'](text)],
    ['utf-16be', encodings['utf-16be'](text)],
  ])('%s is found and read, gzipped or not (%#)', async (encoding, bytes) => {
    for (const content of [bytes, gzipSync(bytes)]) {
      const read = await readAll(files.write(content));
      expect(read.format).toMatchObject({ encoding, gzipped: content !== bytes });
      expect(read.values).toEqual(values);
    }
  });

  test('UTF-16 is found without a byte order mark', async () => {
    const read = await readAll(files.write(Buffer.from('id,name\n1,Café\n', 'utf16le')));
    expect(read.format.encoding).toBe('utf-16le');
    expect(read.values).toEqual([{ id: '1', name: 'Café' }]);
  });

  test('Windows-1252 is found and read with its quotes, dashes and the euro sign', async () => {
    const bytes = Buffer.concat([Buffer.from('id,name\n1,'), Buffer.from([0x80, 0x93, 0xe9, 0x94, 0x96, 0x8e, 10])]);
    const read = await readAll(files.write(bytes));
    expect(read.format.encoding).toBe('windows-1252');
    expect(read.format.remarks).toEqual(['The text is not UTF-8; it is read as Windows-1252.']);
    expect(read.values).toEqual([{ id: '1', name: '€“é”–Ž' }]);
  });

  test('one damaged byte in UTF-8 is named and not guessed around', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`id,name\n1,${'é'.repeat(50)}\n2,`),
      Buffer.from([0xe9]),
      Buffer.from('x\n'),
    ]);
    const path = files.write(bytes);
    const byte = bytes.lastIndexOf(0xe9);
    expect(await inspectFile(path)).toMatchObject({
      encoding: 'utf-8',
      remarks: [expect.stringContaining(`Byte ${byte}`)],
    });
    await expect(readAll(path)).rejects.toMatchObject({ code: 'invalid_arguments', details: { byte } });
    expect((await readAll(path, { encoding: 'windows-1252' })).values).toHaveLength(2);
  });

  test('a byte that is wrong far behind the part looked at is named', async () => {
    const start = `id,name\n${'1,plain\n'.repeat(50_000)}`;
    const path = files.write(Buffer.concat([Buffer.from(`${start}2,`), Buffer.from([0xff, 10])]));
    await expect(readAll(path)).rejects.toMatchObject({ details: { byte: start.length + 2 } });
  });

  test('UTF-16 that is cut off or has half a character is refused', async () => {
    const cut = encodings['utf-16le'](text).subarray(0, -1);
    await expect(readAll(files.write(cut))).rejects.toThrow('not valid UTF-16');
    const lone = encodings['utf-16le']('id,name\n1,\ud800x\n');
    await expect(readAll(files.write(lone))).rejects.toThrow('Byte 22 is not valid UTF-16');
  });

  test('text that was spoilt before is remarked on and left as it is', async () => {
    const read = await readAll(files.write('id,name\n1,CafÃ© itâ€™s\n'));
    expect(read.format.remarks[0]).toContain('CafÃ© itâ€™s');
    expect(read.values).toEqual([{ id: '1', name: 'CafÃ© itâ€™s' }]);
    expect((await inspectFile(files.write('id,name\n1,São Ângela Âme\n'))).remarks).toEqual([]);
  });
});

describe('what cannot be read', () => {
  const pdf = '%PDF-1.7 x';
  test.each([
    ['', 'The file is empty.'],
    [' \n\t\n', 'The file holds no text.'],
    [gzipSync(''), 'The gzip file is empty.'],
    ['id,name\n1,a\0b\n', 'Byte 11 is a NUL byte'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'Excel file of the old kind'],
    [pdf, 'This is a PDF.'],
    [gzipSync(pdf), 'This is a PDF.'],
    ['<html><table></table></html>', 'a web page or an XML file'],
    [Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), 'UTF-32'],
    [Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9]), 'not a text file'],
    ['PK\x03\x04 not a zip', 'damaged or cut off'],
    [gzipSync('PK\x03\x04 not a zip'), 'Unpack it first'],
  ])('is refused with a sentence (%#)', async (content, message) => {
    const inspecting = inspectFile(files.write(content));
    await expect(inspecting).rejects.toMatchObject({
      name: 'AppError',
      message: expect.stringContaining(message) as string,
    });
  });

  test('is a file that is not there, or a folder', async () => {
    await expect(inspectFile('/nowhere/at/all.csv')).rejects.toMatchObject({ code: 'not_found' });
    const folder = files.write('');
    mkdirSync(`${folder}-folder`);
    await expect(inspectFile(`${folder}-folder`)).rejects.toThrow('This is not a file.');
  });

  test('is a NUL byte anywhere in the file, named by its place', async () => {
    const start = `id,name\n${'1,plain\n'.repeat(60_000)}`;
    await expect(readAll(files.write(`${start}2,\0\n`))).rejects.toMatchObject({ details: { byte: start.length + 2 } });
  });

  test('is a gzip file that is cut off or damaged, after the rows before', async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `{"id":${index},"n":${(index * 7919) % 104_729}}\n`);
    const packed = gzipSync(lines.join(''));
    await expect(readAll(files.write(packed.subarray(0, packed.length - 20)))).rejects.toThrow(
      'The gzip file is cut off',
    );
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, packed.length - 2000, packed.length - 1000);
    await expect(readAll(files.write(damaged))).rejects.toThrow('The gzip file is damaged');
    await expect(inspectFile(files.write(packed.subarray(0, 15)))).rejects.toThrow('The gzip file is cut off');
  });
});

describe('while a file is read', () => {
  const long = `id,name\n${'1,plain\n'.repeat(100_000)}`;
  const csv = { kind: 'csv', gzipped: false, encoding: 'utf-8', delimiter: ',', lineEnd: 'lf' } as const;
  const format = { ...csv, sheets: [], sheet: null, rowsAt: null, remarks: [] };

  test.each([
    ['grows', (path: string) => appendFileSync(path, '2,more\n')],
    ['shrinks', (path: string) => writeFileSync(path, long.slice(0, 200_000))],
    ['is written again', (path: string) => writeFileSync(path, long)],
  ])('it ends with an error when the file %s', async (_, change) => {
    const path = files.write(long);
    utimesSync(path, 1_000, 1_000);
    const rows = openRows(path, format)[Symbol.asyncIterator]();
    await rows.next();
    change(path);
    const rest = (async () => {
      while ((await rows.next()).done !== true);
    })();
    await expect(rest).rejects.toMatchObject({ code: 'conflict' });
  });

  test('it stops when it is told to, with the reason it is given', async () => {
    const stop = new AbortController();
    const reading = (async () => {
      for await (const row of openRows(files.write(long), format, { signal: stop.signal })) {
        if (row.number === 10) stop.abort(new Error('enough'));
      }
    })();
    await expect(reading).rejects.toThrow('enough');
  });

  test('it tells how far it has come, up to the size of the file on the disk', async () => {
    const packed = gzipSync(long);
    const told: number[] = [];
    await readAll(files.write(packed), {}, { onBytes: (bytes) => told.push(bytes) });
    expect(told.at(-1)).toBe(packed.length);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });
});
