import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { RowsAt } from '../../../src-main/importing/read/file-format.ts';
import { inspectFile } from '../../../src-main/importing/read/inspect-file.ts';
import { readJson } from '../../../src-main/importing/read/read-json.ts';
import { collect, createSourceFiles, inPieces, readAll } from './source-files.ts';

const files = createSourceFiles();
afterAll(files.remove);

describe('detection', () => {
  test.each<[string, unknown]>([
    ['[{"id":1}]', { kind: 'json', rowsAt: { at: 'root' } }],
    ['[]', { kind: 'json', rowsAt: { at: 'root' } }],
    ['\ufeff [ {"id":1} ]', { kind: 'json', rowsAt: { at: 'root' } }],
    ['{"record_count":1,"tickets":[{"id":1}]}', { kind: 'json', rowsAt: { at: 'key', key: 'tickets' } }],
    ['{"page":{"list":[{}]},"a":[1],"users":[{"id":1}]}', { kind: 'json', rowsAt: { at: 'key', key: 'users' } }],
    ['{"result":[]}', { kind: 'json', rowsAt: { at: 'key', key: 'result' } }],
    ['{"id":9,"customfields":[{"id":1}]}', { kind: 'json', rowsAt: { at: 'values' } }],
    ['{"id":1}\n{"id":2}\n', { kind: 'jsonl', lineEnd: 'lf' }],
    ['{"id":1}\r\n{"id":2}', { kind: 'jsonl', lineEnd: 'crlf' }],
    ['{"id":1}\r{"id":2}\r', { kind: 'jsonl', lineEnd: 'cr' }],
    ['{"id":1\n{"id":2}\n{"id":3}\n', { kind: 'jsonl' }],
    ['[id],[name]\n1,x\n', { kind: 'csv' }],
    ['{a},b\n1,2\n', { kind: 'csv' }],
  ])('of %j says %j', async (text, format) => {
    expect(await inspectFile(files.write(text))).toMatchObject(format as object);
  });

  test('takes a single line for JSON Lines when its name says so', async () => {
    expect(await inspectFile(files.write('{"a":1}'), 'export.jsonl.gz')).toMatchObject({ kind: 'jsonl' });
    expect(await inspectFile(files.write('{"a":1}', 'x.ndjson'))).toMatchObject({ kind: 'jsonl' });
  });
});

describe('rows of JSON', () => {
  test('of a REST export are the objects of its list, whatever surrounds them', async () => {
    const text = JSON.stringify({
      page: { no: [1, { '}': ']' }] },
      record_count: 2,
      tickets: [{ id: 1 }, { id: 2 }],
      more: null,
    });
    expect((await readAll(files.write(text))).values).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test('of a fixture are its fields, with model and pk', async () => {
    const text = JSON.stringify([
      { model: 'a.b', pk: 7, fields: { name: 'x', model: 'y' } },
      { model: 'a.b', fields: { pk: 1 } },
      { model: 'T450', fields: { a: 1 }, id: 3 },
    ]);
    expect((await readAll(files.write(text))).values).toEqual([
      { model: 'a.b', pk: 7, name: 'x', 'fields.model': 'y' },
      { model: 'a.b', 'fields.pk': 1 },
      { model: 'T450', fields: { a: 1 }, id: 3 },
    ]);
  });

  test('that are no usable objects are problems, and the next ones are read', async () => {
    const text = '[1, "x", null, [1], {"a": tru}, {"a":"\\u0000"}, {"a":"\\\\u0000"}, {"__proto__":{"x":1}}, {"a":2}]';
    const { rows, values } = await readAll(files.write(text));
    expect(rows.filter((row) => row.problem !== undefined).map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6, 8]);
    expect(values).toEqual([{ a: '\\u0000' }, { a: 2 }]);
  });

  test('over 8 MiB or nested without end are problems, and the next ones are read', async () => {
    const deep = `{"d":${'['.repeat(300_000)}${']'.repeat(300_000)}}`;
    const text = `[{"a":"${'x'.repeat(9_000_000)}"},${deep},{"a":"${'y'.repeat(1_000_001)}"},{"a":1}]`;
    const { rows } = await readAll(files.write(text));
    expect(rows).toEqual([
      { number: 1, problem: 'This row is larger than 8 MiB.' },
      { number: 2, problem: 'The value “d” is nested more than 200 levels deep.' },
      { number: 3, problem: 'The text in “a” has more than 1,000,000 characters.' },
      { number: 4, values: { a: 1 } },
    ]);
  });

  test.each([
    ['[{"id":1},{"id":2', 'cut off'],
    ['[{"id":1},', 'cut off'],
    ['[{"id":1}', 'cut off'],
    ['{"n":1,"tickets":[{"id":1}]', 'cut off'],
    ['{"n":1,"tickets":[{"id":1}', 'cut off'],
    ['[{"id":1} {"id":2}]', 'a comma or the end of the list was expected at byte 10, after row 1'],
    ['[{"id":1},]', 'a row was expected at byte 10'],
    ['[{"id":1}] x', 'nothing more was expected at byte 11'],
    ['{"tickets":[{"id":1}],}', 'a name in quotes was expected'],
  ])('of %j end with an error that says where', async (text, message) => {
    await expect(readAll(files.write(text))).rejects.toThrow(message);
  });

  test('are looked for under the key that a person names', async () => {
    const path = files.write('{"a":[{"x":1}],"b":[{"y":1}]}');
    expect((await readAll(path, { rowsAt: { at: 'key', key: 'b' } })).values).toEqual([{ y: 1 }]);
    await expect(readAll(path, { rowsAt: { at: 'key', key: 'c' } })).rejects.toThrow('no list of rows under “c”');
    await expect(readAll(path, { rowsAt: { at: 'root' } })).rejects.toThrow('a list was expected');
  });

  test('are the same however the file arrives', async () => {
    const rows = fc.array(
      fc.dictionary(
        fc.string({ minLength: 1 }).filter((key) => key !== '__proto__' && key !== 'model'),
        fc.jsonValue({ maxDepth: 3 }),
      ),
    );
    const places = fc.constantFrom<RowsAt[]>({ at: 'root' }, { at: 'key', key: 'k"{' }, { at: 'values' });
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(rows, places, sizes, fc.constantFrom(0, 2), async (objects, rowsAt, pieces, indent) => {
        fc.pre(!JSON.stringify(objects).includes('\\u0000') && !JSON.stringify(objects).includes('__proto__'));
        const text =
          rowsAt.at === 'values'
            ? objects.map((object) => JSON.stringify(object, null, indent)).join('\n')
            : JSON.stringify(
                rowsAt.at === 'root' ? objects : { before: objects, [rowsAt.key]: objects, after: 1 },
                null,
                indent,
              );
        const read = await collect(readJson(inPieces(Buffer.from(text), pieces), rowsAt));
        expect(read.map((row) => row.values)).toEqual(JSON.parse(JSON.stringify(objects)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('rows of JSON Lines', () => {
  test('are read past lines that are damaged, blank or too long', async () => {
    const text = `{"id":1}\r\n{"id":\r\n\r\n{"a":"${'x'.repeat(9_000_000)}"}\r\n"x"\r\n{"id":3}`;
    const { rows } = await readAll(files.write(text), { kind: 'jsonl', lineEnd: 'crlf', rowsAt: null });
    expect(rows.map((row) => [row.number, row.problem ?? row.values])).toEqual([
      [1, { id: 1 }],
      [2, expect.stringContaining('not valid JSON')],
      [4, 'This row is larger than 8 MiB.'],
      [5, 'This is not an object with named values.'],
      [6, { id: 3 }],
    ]);
  });

  test('end in the middle of a line as a problem of that line', async () => {
    const { rows } = await readAll(files.write('{"id":1}\n{"id":2}\n{"id":3,"te'));
    expect(rows[2]).toMatchObject({ number: 3, problem: expect.stringContaining('not valid JSON') as string });
  });
});
