import { afterAll, beforeAll, expect, test } from 'vitest';
import { countCommonWords } from '../../src-main/search/common-words.ts';
import { createCountedWords } from '../../src-main/search/counted-words.ts';
import { kinds } from '../../src-main/search/kinds.ts';
import { parseQuery } from '../../src-main/search/parse-query.ts';
import { planQuery } from '../../src-main/search/plan.ts';
import { ranking } from '../../src-main/search/ranking.ts';
import { createStatements } from '../../src-main/search/statements.ts';
import { createSynonyms } from '../../src-main/search/synonyms.ts';
import { createVocabulary } from '../../src-main/search/vocabulary.ts';
import { serveCore, type ServedCore } from '../support/serve-core.ts';

const viewer = { audience: 'agents', seesPrivate: true, tickets: { kind: 'all' } } as const;
const table = kinds.ticket.index;

let served: ServedCore;
let rows: number;
beforeAll(async () => {
  served = await serveCore({ newDesk: 'demo' });
  rows = served.core.database.connection.prepare<[], number>('SELECT count(*) FROM desk_ticket').pluck().get() ?? 0;
});
afterAll(() => served.close());

test('Of large indexes the common words are counted as they stand there, and of small ones none.', () => {
  const { connection } = served.core.database;
  const counted = countCommonWords(connection, { large: rows, common: 50 });
  const ofTickets = counted.filter((word) => word.table === table.name);
  expect(ofTickets.length).toBeGreaterThan(20);
  expect(ofTickets.every((word) => word.rows === rows && word.documents >= 50)).toBe(true);
  const { documents } = ofTickets.find(({ term }) => term === 'printer') ?? { documents: 0 };
  const found = connection
    .prepare<[], number>(`SELECT count(*) FROM find_ticket WHERE find_ticket MATCH '"printer"'`)
    .pluck();
  expect(documents).toBe(found.get());
  expect(counted.map((word) => word.table)).not.toContain('find_site');
  expect(countCommonWords(connection)).toEqual([]);
});

test('What was counted ahead holds until the index has changed by a fiftieth.', () => {
  const statements = createStatements(served.core.database.connection);
  const countOf = (atRows: number): number => {
    const counted = createCountedWords();
    counted.learn([{ table: table.name, term: 'printer', documents: 12_345, rows: atRows }]);
    const vocabulary = createVocabulary(statements, counted);
    vocabulary.begin();
    return vocabulary.documents([table], 'printer');
  };
  expect(countOf(Math.round(rows * 1.01))).toBe(12_345);
  expect(countOf(Math.round(rows * 1.05))).toBeLessThan(rows);
});

test('A last word is the beginning of others unless it is in very many rows.', () => {
  const statements = createStatements(served.core.database.connection);
  const probesOf = (documents: number): string[] => {
    const counted = createCountedWords();
    counted.learn([{ table: table.name, term: 'printer', documents, rows }]);
    const vocabulary = createVocabulary(statements, counted);
    vocabulary.begin();
    const query = parseQuery('the printer', { keepStopWords: false });
    const context = { kind: kinds.ticket, tables: [table], vocabulary, synonyms: createSynonyms(statements), ranking };
    return planQuery(query, context).words.flatMap(({ probes }) => probes.map(({ expression }) => expression));
  };
  expect(probesOf(15_000)).toContain('"printer"*');
  expect(probesOf(25_000)).toEqual(['"printer"']);
});

test('The reader threads rank by what they are told.', async () => {
  const { readers, database } = served.core;
  const [one, other] = database.connection
    .prepare<[], number>('SELECT id FROM desk_ticket ORDER BY id LIMIT 2')
    .pluck()
    .all() as [number, number];
  const write = (id: number, summary: string): void =>
    database.inChangeSet({ kind: 'edit', actor: 'test', label: 'test' }, () => {
      database.connection.prepare('UPDATE desk_ticket SET summary = ? WHERE id = ?').run(summary, id);
    });
  const find = async (common: string): Promise<number[]> => {
    write(one, 'A zorbfoo');
    write(other, 'A quuxbar');
    await readers.run('learnWords', [{ table: table.name, term: common, documents: rows, rows }]);
    const { hits } = await readers.run('search', {
      kind: 'ticket',
      text: 'zorbfoo quuxbar',
      viewer,
      offset: 0,
      limit: 2,
    });
    return hits.map(({ id }) => id);
  };
  expect(await find('zorbfoo')).toEqual([other, one]);
  expect(await find('quuxbar')).toEqual([one, other]);
  await readers.run('learnWords', []);
});

test('A count that the end of the program interrupts ends with it.', async () => {
  const large = await serveCore({ newDesk: 'empty' });
  const { database, readers } = large.core;
  database.connection.exec(`WITH RECURSIVE series (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < 100000)
    INSERT INTO find_site (rowid, name) SELECT n, 'harbour ' || n FROM series`);
  expect(await readers.run('hasCommonWords', undefined)).toBe(true);
  const counting = readers.countWords();
  await large.close();
  await counting;
});
