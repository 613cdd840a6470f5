import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskRows } from '../../src-main/domain/demo/desk-rows.ts';
import type { DataLimits } from '../../src-shared/domain/endpoint-settings.ts';
import { limitedDesk, withinLimits } from '../support/limited-desk.ts';
import { anyLimits, type LimitedEndpoints, nowhere, openLimitedEndpoints } from '../support/limited-endpoints.ts';

const rows = limitedDesk();
let open: LimitedEndpoints;
beforeAll(async () => {
  open = await openLimitedEndpoints(rows);
});
afterAll(() => open.close());

test('no write touches a ticket outside or takes one out, and what would is refused like what is not there', async () => {
  const { connection } = open.served.core.database;
  const outcomes = rows.desk_outcome.map(({ id }) => id);
  const suggestions = rows.desk_suggestion.map(({ id }) => id);
  const column = (name: string) => (name.includes('@') ? ('users' as const) : ('agents' as const));
  const done = new Map<string, number>();
  let withheld = 0;

  const run = async (
    drawn: DataLimits,
    name: string,
    wishes: readonly { readonly tool: string; readonly ticket: number; readonly pick: number }[],
  ): Promise<void> => {
    putTicketsBack();
    open.configure(column(name), { limits: drawn, mode: column(name) === 'agents' ? 'halo-compatible' : 'strict' });
    for (const { tool, ticket, pick } of wishes) {
      const before = readTickets();
      const inside = withinLimits({ ...rows, desk_ticket: before.map(({ row }) => row) }, drawn);
      const ticket_id = before[ticket % before.length]?.row.id ?? 1;
      const ofTicket = suggestions.filter((id) => rows.desk_suggestion[id - 1]?.ticket_id === ticket_id);
      const id =
        (tool === 'apply_suggestion' ? ofTicket[pick % ofTicket.length] : outcomes[pick % outcomes.length]) ?? 1;
      const inputs: Readonly<Record<string, (id: number) => object>> = {
        apply_suggestion: (asked) => ({ ticket_id, suggestion_ids: String(asked) }),
        action_ticket: (asked) => ({ ticket_id, action_id: asked }),
        use_specific_action: (asked) => ({ ticket_id, action_id: asked, note: 'Moved.' }),
        assign_to_me: () => ({ ticket_id }),
        add_note_to_ticket: () => ({ ticket_id, note: 'Hello' }),
        update_ticket: () => ({ ticket_id, note: 'Hello', close: pick % 2 === 0 }),
        log_time: () => ({ ticket_id, hours: 1, note: 'Hello' }),
      };
      const write = inputs[tool] ?? (() => ({ summary: 'New', description: 'New', ...newTicket(name, pick) }));
      const { error } = await open.as(name).call(tool, write(id));
      const after = readTickets();
      const isInside = withinLimits({ ...rows, desk_ticket: after.map(({ row }) => row) }, drawn);
      const made = after.filter(({ row }) => !before.some((each) => each.row.id === row.id));
      for (const { row } of made) expect(isInside.has('ticket', row.id)).toBe(true);
      for (const was of before) {
        if (inside.has('ticket', was.row.id)) expect(isInside.has('ticket', was.row.id)).toBe(true);
        else expect(after.find(({ row }) => row.id === was.row.id)).toEqual(was);
      }
      if (error === undefined) done.set(tool, (done.get(tool) ?? 0) + 1);
      else if (error.code === 'conflict' && inside.has('ticket', ticket_id)) {
        withheld += 1;
        expect(after).toEqual(before);
        const other = await open.as(name).call(tool, write(nowhere));
        const blur = (text = '') => text.replace(/^(Action|Suggestion) \d+/, '$1 *');
        expect(blur(error.message)).toBe(blur(other.error?.message));
      }
    }
  };
  const names = fc.constantFrom(
    'the administrator',
    'an agent of a team',
    'a service',
    'uma@north.example',
    'cleo@north.example',
  );
  const perColumn = {
    agents: [
      'apply_suggestion',
      'action_ticket',
      'use_specific_action',
      'assign_to_me',
      'add_note_to_ticket',
      'log_time',
      'create_ticket',
    ],
    users: ['action_ticket', 'use_specific_action', 'update_ticket', 'create_ticket'],
  };
  const forName = names.chain((name) => {
    const offered = perColumn[column(name)].filter(
      (tool) => name !== 'a service' || (tool !== 'assign_to_me' && tool !== 'log_time'),
    );
    const wish = fc.record({ tool: fc.constantFrom(...offered), ticket: fc.nat(60), pick: fc.nat(60) });
    return fc.tuple(fc.constant(name), fc.array(wish, { minLength: 30, maxLength: 30 }));
  });
  const unwritten = (): string[] => [...perColumn.agents, ...perColumn.users].filter((tool) => !done.has(tool));
  // Two draws of a thousand leave a tool out; such a one goes on.
  for (let round = 0; round === 0 || (round < 3 && unwritten().length > 0); round += 1) {
    await fc.assert(
      fc.asyncProperty(anyLimits, forName, (drawn, [name, wishes]) => run(drawn, name, wishes)),
      { numRuns: 25 },
    );
  }
  expect(unwritten()).toEqual([]);
  expect(withheld).toBeGreaterThan(10);

  function readTickets() {
    const tickets = connection
      .prepare<[], DeskRows['desk_ticket'][number]>('SELECT * FROM desk_ticket ORDER BY id')
      .all();
    const count = connection.prepare<[number], number>('SELECT count(*) FROM desk_action WHERE ticket_id = ?').pluck();
    return tickets.map((row) => ({ row, actions: count.get(row.id) }));
  }

  function putTicketsBack(): void {
    const back = connection.prepare(
      'UPDATE desk_ticket SET type_id = ?, team_id = ?, agent_id = ?, status_id = ?, closed_at = ? WHERE id = ?',
    );
    open.served.core.database.inChangeSet({ kind: 'edit', actor: 'test', label: 'test' }, () => {
      for (const row of rows.desk_ticket) {
        back.run(row.type_id, row.team_id, row.agent_id, row.status_id, row.closed_at, row.id);
      }
      connection.exec("UPDATE desk_suggestion SET state = 'open', decided_at = NULL, decided_by = NULL");
    });
  }

  function newTicket(name: string, pick: number): object {
    const ticket_type = ['Incident', 'Change Request'][pick % 2] ?? '';
    const user_email = rows.desk_user[pick % rows.desk_user.length]?.email;
    return { ticket_type, ...(column(name) === 'agents' && { user_email }) };
  }
}, 120_000);
