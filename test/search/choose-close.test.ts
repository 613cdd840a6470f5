import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareSearchQuery } from '../../src-main/search/search-query.ts';
import { noBounds } from '../support/no-bounds.ts';
import { serveCore, type ServedCore } from '../support/serve-core.ts';

const questions = ['printer', 'laptop', 'outlook', 'password', 'vpn', 'monitor', 'teams', 'email', 'phone', 'access'];
const viewer = { audience: 'agents', seesPrivate: true, tickets: { kind: 'all' } } as const;
const readClosely = 15;

let served: ServedCore;
beforeAll(async () => {
  served = await serveCore({ newDesk: 'demo' });
});
afterAll(() => served.close());

/** How many of the ten best are those of a search that reads everything, of all questions. */
function countKept(rated: number): number {
  const { connection } = served.core.database;
  const exhaustive = prepareSearchQuery(connection, { bounds: noBounds });
  const bounded = prepareSearchQuery(connection, { bounds: { ...noBounds, closelyRead: readClosely, rated } });
  return questions.reduce((kept, text) => {
    const [best, found] = [exhaustive, bounded].map((run) =>
      run({ kind: 'ticket', text, viewer, offset: 0, limit: 10 }).hits.map(({ id }) => id),
    ) as [number[], number[]];
    expect(best).toHaveLength(10);
    return kept + best.filter((id) => found.includes(id)).length;
  }, 0);
}

test('Of records with the same words those are read that answer best: more of the ten best than by the words alone.', () => {
  const [byWords, rated] = [countKept(0), countKept(1_000)];
  expect(byWords).toBeLessThan(rated - 10);
  expect(rated / (10 * questions.length)).toBeGreaterThan(0.7);
});

test('What is rated is the same whichever page is asked for, and every ticket is on one page.', () => {
  const search = prepareSearchQuery(served.core.database.connection, {
    bounds: { ...noBounds, closelyRead: readClosely, rated: 200 },
  });
  const pages = [0, 20, 40, 60, 80].flatMap((offset) =>
    search({ kind: 'ticket', text: 'printer', viewer, offset, limit: 20 }).hits.map(({ id }) => id),
  );
  expect(pages).toHaveLength(100);
  expect(new Set(pages).size).toBe(100);
});
