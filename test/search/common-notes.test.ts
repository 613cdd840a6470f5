import { afterAll, expect, test } from 'vitest';
import { bounds as usualBounds } from '../../src-main/search/bounds.ts';
import { prepareSearchQuery } from '../../src-main/search/search-query.ts';
import { actionRow, ticketRow } from '../support/small-desk.ts';
import { agentViewer, openSearchDesk } from './open-search-desk.ts';

const tickets = Array.from({ length: 100 }, (_, at) => at + 101);
const desk = openSearchDesk({
  desk_ticket: tickets.map((id) => ticketRow(id, { summary: 'Something', details: 'It is broken.' })),
  desk_action: tickets.map((id) =>
    actionRow(id, id, 1, { note: id % 2 === 0 ? 'The zebra left the harbour.' : 'The zebra stayed.' }),
  ),
});
afterAll(desk.close);

/** Tickets that are found by notes alone, where each of the words is in too many of them to be asked for by itself. */
function find(allWordsRows: number, allWordsLooks: number) {
  const bounds = { ...usualBounds, noteRows: 10, allWordsRows, allWordsLooks };
  const search = prepareSearchQuery(desk.connection, { bounds });
  const { hits, ...answer } = search({
    ...{ kind: 'ticket', text: 'harbour zebra', viewer: agentViewer, offset: 0, limit: 200 },
  });
  return { ...answer, ids: hits.map(({ id }) => id).sort((a, b) => a - b) };
}

test('of common words those notes count that have all of them', () => {
  expect(find(1_000, 1_000)).toEqual({ total: 50, totalIsExact: false, ids: tickets.filter((id) => id % 2 === 0) });
});

test('of those the newest are enough', () => {
  expect(find(3, 1_000).ids).toEqual([196, 198, 200]);
});

test('only so many of the newest notes are looked at for that', () => {
  expect(find(1_000, 10).ids).toEqual([182, 184, 186, 188, 190, 192, 194, 196, 198, 200]);
});
