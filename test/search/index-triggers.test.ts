import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionRow, articleRow, ticketRow } from '../support/small-desk.ts';
import { openSearchDesk } from './open-search-desk.ts';

const indexes = [
  'ticket',
  'ticket_title',
  'note_public',
  'note_private',
  'article',
  'user',
  'asset',
  'service',
  'client',
  'site',
];

/** Everything the index says: which word stands where in which row. */
function contents(desk: ReturnType<typeof openSearchDesk>): Record<string, unknown[]> {
  const { connection } = desk;
  return Object.fromEntries(
    indexes.map((name) => {
      connection.exec(
        `CREATE VIRTUAL TABLE IF NOT EXISTS temp.places_${name} USING fts5vocab(main, find_${name}, instance)`,
      );
      const rows = connection.prepare(`SELECT term, doc, col, "offset" FROM temp.places_${name}`).all();
      return [name, rows.map((row) => JSON.stringify(row)).sort()];
    }),
  );
}

const named = {
  ticket: 'summary',
  action: 'note',
  article: 'title',
  asset: 'tag',
  user: 'name',
  client: 'name',
  site: 'name',
};

const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', '');
const id = fc.constantFrom(1, 2, 3);
const change = fc.oneof(
  fc.tuple(fc.constant('UPDATE desk_ticket SET summary = ?, details = ? WHERE id = ?'), word, word, id),
  fc.tuple(fc.constant('UPDATE desk_action SET note = ?, private = NOT private WHERE id = ?'), word, id),
  fc.tuple(fc.constant('UPDATE desk_action SET private = NOT private WHERE id = ?'), id),
  fc.tuple(fc.constant('UPDATE desk_action SET number = number + 10 WHERE id = ?'), id),
  fc.tuple(fc.constant('DELETE FROM desk_action WHERE id = ?'), id),
  fc.tuple(fc.constant('UPDATE desk_article SET title = ?, tags = ? WHERE id = ?'), word, word, id),
  fc.tuple(fc.constant('DELETE FROM desk_article WHERE id = ?'), id),
  fc.tuple(
    fc.constant(
      'INSERT INTO desk_asset_field (asset_id, name, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    ),
    id,
    word,
    word,
  ),
  fc.tuple(fc.constant('DELETE FROM desk_asset_field WHERE asset_id = ?'), id),
  fc.tuple(fc.constant('UPDATE desk_asset SET user_id = ?, notes = ? WHERE id = ?'), id, word, id),
  fc.tuple(fc.constant('UPDATE desk_user SET name = ?, site_id = ? WHERE id = ?'), word, id, id),
  fc.tuple(fc.constant('UPDATE desk_client SET name = ? || id WHERE id = ?'), word, id),
  fc.tuple(fc.constant('UPDATE desk_site SET name = ? || id, client_id = 2 WHERE id = ?'), word, id),
  fc.tuple(fc.constant('UPDATE desk_asset_type SET name = ? WHERE id = 1'), word),
  fc.tuple(fc.constant('UPDATE desk_service_category SET name = ? WHERE id = 1'), word),
);

const asset = {
  type_id: 1,
  site_id: 1,
  user_id: 1,
  status: 'In use',
  manufacturer: 'Maker',
  model: 'Model',
  serial_number: 'S1',
  warranty_ends_at: null,
  notes: '',
  inactive: 0,
  created_at: 0,
} as const;

test('whatever is written to the desk, the index says what an index made afresh would say', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 25 }), (changes) => {
      const desk = openSearchDesk({
        desk_ticket: [ticketRow(1), ticketRow(2), ticketRow(3)],
        desk_action: [1, 2, 3].map((each) => actionRow(each, each, 1)),
        desk_article: [articleRow(1), articleRow(2), articleRow(3)],
        desk_asset: [1, 2, 3].map((each) => ({ ...asset, id: each, tag: `T${each}` })),
      });
      try {
        for (const [sql, ...parameters] of changes) desk.write(sql, ...parameters);
        const kept = contents(desk);
        for (const name of indexes) desk.connection.exec(`DELETE FROM find_${name}`);
        // A space more changes no word, and has every row read afresh.
        for (const [table, column] of Object.entries(named))
          desk.write(`UPDATE desk_${table} SET ${column} = ${column} || ' '`);
        expect(kept).toEqual(contents(desk));
        expect(kept.ticket?.length).toBeGreaterThan(0);
      } finally {
        desk.close();
      }
    }),
    { numRuns: 25 },
  );
});
