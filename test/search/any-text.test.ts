import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { SearchKind } from '../../src-main/search/search-query.ts';
import { actionRow, articleRow, ticketRow } from '../support/small-desk.ts';
import { agentViewer, openSearchDesk, userViewer } from './open-search-desk.ts';

const desk = openSearchDesk({
  desk_ticket: [
    ticketRow(1, { summary: 'NEAR AND OR NOT', details: 'naïve “quoted” text — 東京で印刷できない' }),
    ticketRow(2),
  ],
  desk_action: [actionRow(1, 1, 1, { note: 'note' })],
  desk_article: [articleRow(1, { description: '😀'.repeat(2_000) })],
});
afterAll(() => desk.close());

const syntax = [
  '"',
  "'",
  '*',
  '(',
  ')',
  'NEAR(',
  'AND',
  'OR',
  'NOT',
  '^',
  'summary:',
  '{a b}:',
  '+',
  '-',
  '\0',
  '%',
  ';--',
];
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...syntax), fc.constantFrom('ticket', 'text', '1', '#1')), { maxLength: 30 })
    .map((a) => a.join(' ')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }).map((codes) => String.fromCharCode(...codes)),
);
const kinds: SearchKind[] = ['ticket', 'article', 'user', 'asset', 'service', 'client', 'site'];

test('no text whatever makes a search fail or a snippet too long', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...kinds), fc.constantFrom(agentViewer, userViewer), (text, kind, viewer) => {
      const output = desk.search(kind, text, { viewer });
      expect(output.total).toBeGreaterThanOrEqual(output.hits.length);
      for (const hit of output.hits) {
        expect(hit.snippet.length).toBeLessThanOrEqual(240);
        expect(hit.score).toBeGreaterThanOrEqual(0);
        expect(hit.score).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['distinct words', Array.from({ length: 15_000 }, (_, i) => `word${i}x`).join(' ')],
  ['one word', 'a'.repeat(100_000)],
  ['quotes', '"'.repeat(100_000)],
  ['misspelt words', Array.from({ length: 12_000 }, (_, i) => `tikcet${'abcdefghij'[i % 10] ?? ''}`).join(' ')],
  ['emoji', '🔥'.repeat(50_000)],
  ['hyphens', 'a-'.repeat(50_000)],
  ['dashes', `${'-'.repeat(99_000)} text`],
])('100,000 characters of %s are answered without ado', (_, text) => {
  for (const kind of kinds) expect(() => desk.search(kind, text)).not.toThrow();
});

test('words written without spaces are found by their beginning', () => {
  expect(desk.ids('ticket', '東京')).toEqual([1]);
});
