import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionRow, ticketRow } from '../support/small-desk.ts';
import { agentViewer, openSearchDesk, publicViewer, userViewer } from './open-search-desk.ts';

const words = ['printer', 'paper', 'network', 'salary', 'merger', 'zanzibar', 'dismissal', 'printed', 'networking'];
const misspelt = ['pritner', 'zanzbar', 'dismisal', 'salery', 'mergre', 'netwrok', 'zanz', 'sal', '"merger salary"'];

const note = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((each) => each.join(' '));
const notes = fc.array(
  fc.record({
    ticket: fc.constantFrom(1, 2, 3),
    note,
    visibility: fc.constantFrom('public', 'private', 'hidden later'),
  }),
  { maxLength: 12 },
);
const queries = fc.array(
  fc.array(fc.constantFrom(...words, ...misspelt), { minLength: 1, maxLength: 4 }).map((each) => each.join(' ')),
  { minLength: 1, maxLength: 8 },
);
const tickets = [1, 2, 3].map((id) => ticketRow(id, { summary: `Printer ${id}`, details: 'The network printer.' }));

describe('private notes', () => {
  test('change nothing at all in what somebody who may not see them is told', () => {
    fc.assert(
      fc.property(notes, queries, (made, texts) => {
        const rows = made.map((each, at) => ({
          ...actionRow(at + 1, each.ticket, at + 1, {
            note: each.note,
            private: each.visibility === 'private' ? 1 : 0,
          }),
        }));
        const kept = rows.filter((_, at) => made[at]?.visibility === 'public');
        const full = openSearchDesk({ desk_ticket: tickets, desk_action: rows });
        const clean = openSearchDesk({ desk_ticket: tickets, desk_action: kept });
        try {
          for (const [at, each] of made.entries()) {
            if (each.visibility === 'hidden later')
              full.write('UPDATE desk_action SET private = 1 WHERE id = ?', at + 1);
          }
          for (const text of texts) {
            // What a search by somebody who sees them leaves in memory must not show either.
            full.search('ticket', text, { viewer: agentViewer });
            for (const viewer of [userViewer, publicViewer, { ...userViewer, seesPrivate: true }]) {
              expect(full.search('ticket', text, { viewer })).toEqual(clean.search('ticket', text, { viewer }));
            }
          }
        } finally {
          full.close();
          clean.close();
        }
      }),
      { numRuns: 12 },
    );
  });

  test('are found and quoted for those who may see them, and follow their visibility', () => {
    const desk = openSearchDesk({
      desk_ticket: tickets,
      desk_action: [actionRow(1, 2, 1, { note: 'About the zanzibar merger.', private: 1 })],
    });
    expect(desk.search('ticket', 'zanzbar').hits).toMatchObject([
      { id: 2, matched: ['zanzibar'], snippet: 'About the zanzibar merger.' },
    ]);
    expect(desk.search('ticket', 'zanzibar', { viewer: publicViewer }).total).toBe(0);
    desk.write('UPDATE desk_action SET private = 0 WHERE id = 1');
    expect(desk.ids('ticket', 'zanzibar', { viewer: userViewer })).toEqual([2]);
    desk.write('UPDATE desk_action SET private = 1 WHERE id = 1');
    expect(desk.search('ticket', 'zanzibar', { viewer: publicViewer }).total).toBe(0);
    expect(desk.ids('ticket', 'zanzibar', { viewer: agentViewer })).toEqual([2]);
    desk.write('DELETE FROM desk_action WHERE id = 1');
    expect(desk.search('ticket', 'zanzibar', { viewer: agentViewer }).total).toBe(0);
    desk.close();
  });

  test('give a viewer without reach nothing', () => {
    const desk = openSearchDesk({ desk_ticket: tickets });
    for (const text of ['', 'printer', '#1']) {
      expect(desk.search('ticket', text, { viewer: { ...agentViewer, tickets: { kind: 'none' } } }).total).toBe(0);
    }
    desk.close();
  });
});
