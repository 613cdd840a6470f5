import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stem } from '../../src-main/search/porter.ts';
import { editDistance } from '../../src-main/search/spelling.ts';

const stems = [
  'configur',
  'instal',
  'relat',
  'happ',
  'polic',
  'troubl',
  'vietnam',
  'hop',
  'tann',
  'fall',
  'hiss',
  'fizz',
  'agr',
  'y',
  'sk',
  'connect',
  'radic',
  'oper',
  'adjust',
  'communic',
  'bow',
  'box',
  'pl',
  'rat',
];
const endings = [
  '',
  's',
  'es',
  'ies',
  'sses',
  'ed',
  'eed',
  'ing',
  'y',
  'e',
  'ation',
  'ational',
  'ization',
  'izer',
  'ness',
  'fulness',
  'iveness',
  'able',
  'ible',
  'ement',
  'ment',
  'ent',
  'ion',
  'sion',
  'tion',
  'ic',
  'ical',
  'iciti',
  'al',
  'ality',
  'ance',
  'ence',
  'ously',
  'ism',
  'ate',
  'ive',
  'logy',
  'bly',
  'll',
  'l',
  'ying',
  'yed',
];

test('words are stemmed as the index stems them', () => {
  const db = new Sqlite(':memory:');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5(a, tokenize = 'porter unicode61');
    CREATE VIRTUAL TABLE v USING fts5vocab(t, instance);`);
  const words = stems.flatMap((each) => endings.map((ending) => each + ending));
  words.push(...fc.sample(fc.stringMatching(/^[a-z]{1,12}$/), 3_000), 'a'.repeat(70) + 's');
  const insert = db.prepare('INSERT INTO t (rowid, a) VALUES (?, ?)');
  db.transaction(() => words.forEach((word, at) => insert.run(at, word)))();
  const rows = db.prepare<[], { term: string; doc: number }>('SELECT term, doc FROM v').all();
  const wrong = rows.filter(({ term, doc }) => stem(words[doc] ?? '') !== term);
  expect(wrong.map(({ term, doc }) => `${words[doc]}: ${term}`)).toEqual([]);
  db.close();
});

test.each([
  ['outlook', 'otulook', 1],
  ['outlook', 'outlok', 1],
  ['outlook', 'outloook', 1],
  ['outlook', 'outlock', 1],
  ['exchange', 'exhcagne', 2],
  ['same', 'same', 0],
  ['printer', 'scanner', 3],
])('%s and %s are %i slips apart, up to the limit', (a, b, distance) => {
  expect(editDistance(a, b, 2)).toBe(distance);
  expect(editDistance(b, a, 2)).toBe(distance);
});
