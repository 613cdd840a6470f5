import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DataLimits } from '../../src-shared/domain/endpoint-settings.ts';
import { checksumDesk } from '../support/desk-checksum.ts';
import { type Inside, limitedDesk, markOf, sharedWord, withinLimits } from '../support/limited-desk.ts';
import {
  anyLimits as limits,
  type LimitedEndpoints,
  nowhere,
  openLimitedEndpoints,
} from '../support/limited-endpoints.ts';
import type { McpPoster } from '../support/post-mcp.ts';
import { team, type } from '../support/small-desk.ts';

const kinds = ['ticket', 'user', 'asset', 'client', 'site'] as const;
const listTools = { user: 'get_users', asset: 'get_assets', client: 'get_clients', site: 'get_sites' } as const;
const rows = limitedDesk();
let open: LimitedEndpoints;
beforeAll(async () => {
  open = await openLimitedEndpoints(rows);
});
afterAll(() => open.close());
const as = (name: string): McpPoster => open.as(name);
const configure = (name: 'agents' | 'users', change: object): void => open.configure(name, change);

/** What a reply shows that it must not: a word of a record outside the limits. */
function findLeaks(text: string, inside: Inside, except: readonly string[] = []): string[] {
  return kinds
    .flatMap((kind) => inside.ids(kind).outside.map((id) => markOf(kind, id)))
    .filter((mark) => !except.includes(mark) && text.includes(mark));
}

/** Every page of a list. */
async function readAll(poster: McpPoster, tool: string, input: object): Promise<{ text: string; count: number }> {
  let text = '';
  for (let page = 1; ; page += 1) {
    const answer = await poster.read(tool, { ...input, page_number: page });
    text += JSON.stringify(answer);
    if (page >= Number(answer['pages'])) return { text, count: Number(answer['record_count']) };
  }
}

/** The sentence of a refusal, without the id or address that was asked for. */
async function refusalOf(poster: McpPoster, tool: string, input: object, asked: number | string): Promise<string> {
  const { error, text } = await poster.call(tool, input);
  if (error === undefined) throw new Error(`${tool} ${JSON.stringify(input)} answered ${text}`);
  return `${error.code} ${error.message.replaceAll(String(asked), '*')}`;
}

const ticketWrites: Readonly<Record<string, object>> = {
  add_note_to_ticket: { note: 'Hello' },
  assign_to_me: {},
  log_time: { hours: 1, note: 'Hello' },
  action_ticket: { action_id: 1 },
  apply_suggestion: { suggestion_ids: '1' },
  use_specific_action: { action_id: 1 },
};

describe('behind data limits', () => {
  test('no search, list, record, count or refusal shows an agent or a service what is outside', async () => {
    const run = async (drawn: DataLimits, mode: string, name: string): Promise<void> => {
      configure('agents', { limits: drawn, mode });
      const inside = withinLimits(rows, drawn);
      const poster = as(name);
      const seesAll = name !== 'an agent of a team' || mode === 'halo-compatible';
      const tickets = inside.ids('ticket');

      const found = await readAll(poster, 'search_tickets', { search: sharedWord });
      expect(findLeaks(found.text, inside)).toEqual([]);
      if (seesAll) expect(found.count).toBe(tickets.inside.length);
      else expect(found.count).toBeLessThanOrEqual(tickets.inside.length);
      for (const [kind, tool] of Object.entries(listTools) as [keyof typeof listTools, string][]) {
        const listed = await readAll(poster, tool, { search: '' });
        expect(findLeaks(listed.text, inside)).toEqual([]);
        const isShown = (id: number) =>
          kind !== 'user' || rows.desk_user.find((each) => each.id === id)?.inactive === 0;
        expect(listed.count).toBe(inside.ids(kind).inside.filter(isShown).length);
        for (const id of inside.ids(kind).outside) {
          expect((await readAll(poster, tool, { search: markOf(kind, id) })).count).toBe(0);
          const [one, other] = [id, nowhere].map((asked) =>
            refusalOf(poster, `get_one_${kind}`, { [`${kind}_id`]: asked }, asked),
          );
          expect(await one).toBe(await other);
        }
        for (const id of inside.ids(kind).inside) {
          const answer = await poster.read(`get_one_${kind}`, { [`${kind}_id`]: id });
          expect(findLeaks(JSON.stringify(answer), inside)).toEqual([]);
          if (kind === 'user' && seesAll) {
            const open = rows.desk_ticket.filter(
              (ticket) => ticket.user_id === id && ticket.closed_at === null && inside.has('ticket', ticket.id),
            );
            expect(answer['open_ticket_count']).toBe(open.length);
          }
        }
      }
      for (const id of tickets.outside) {
        for (const search of [markOf('ticket', id), `#${id}`, String(id)]) {
          const { text } = await readAll(poster, 'search_tickets', { search });
          expect(findLeaks(text, inside)).toEqual([]);
        }
        for (const tool of ['get_one_ticket', 'get_matches']) {
          expect(await refusalOf(poster, tool, { ticket_id: id }, id)).toBe(
            await refusalOf(poster, tool, { ticket_id: nowhere }, nowhere),
          );
        }
      }
      for (const id of seesAll ? tickets.inside : []) {
        const answer = await poster.read('get_one_ticket', { ticket_id: id });
        expect(findLeaks(JSON.stringify(answer), inside)).toEqual([]);
        const parent = inside.has('ticket', id - 1) ? id - 1 : null;
        expect(answer['parent_id']).toBe(parent);
        const matches = await poster.read('get_matches', { ticket_id: id });
        expect(findLeaks(JSON.stringify(matches), inside)).toEqual([]);
        for (const match of matches['tickets'] as { id: number }[]) expect(inside.has('ticket', match.id)).toBe(true);
      }
      if (name !== 'a service') {
        const own = await readAll(poster, 'get_assigned_tickets', { open_only: false });
        expect(findLeaks(own.text, inside)).toEqual([]);
      }
    };
    const who = fc.constantFrom('the administrator', 'an agent of a team', 'a service');
    const modes = fc.constantFrom('strict', 'halo-compatible');
    await fc.assert(fc.asyncProperty(limits, modes, who, run), { numRuns: 12 });
  }, 120_000);

  test('no write reaches what is outside, and its refusal is that of a ticket which does not exist', async () => {
    const run = async (drawn: DataLimits): Promise<void> => {
      configure('agents', { limits: drawn, mode: 'halo-compatible' });
      const inside = withinLimits(rows, drawn);
      const poster = as('the administrator');
      const before = checksumDesk(open.served.core.database.connection);
      for (const id of inside.ids('ticket').outside) {
        for (const [tool, input] of Object.entries(ticketWrites)) {
          expect(await refusalOf(poster, tool, { ...input, ticket_id: id }, id)).toBe(
            await refusalOf(poster, tool, { ...input, ticket_id: nowhere }, nowhere),
          );
        }
      }
      const ticket = { summary: 'New', description: 'New' };
      for (const id of inside.ids('user').outside) {
        const email = rows.desk_user.find((each) => each.id === id)?.email ?? '';
        const stranger = 'nobody@nowhere.example';
        expect(await refusalOf(poster, 'create_ticket', { ...ticket, user_email: email }, email)).toBe(
          await refusalOf(poster, 'create_ticket', { ...ticket, user_email: stranger }, stranger),
        );
      }
      for (const ticket_type of ['Incident', 'Change Request']) {
        const id = ticket_type === 'Incident' ? type.incident : type.change;
        const own = id === type.incident ? team.first : team.second;
        const { ticketTypeIds: types, teamIds: teams } = drawn;
        if ((types.length === 0 || types.includes(id)) && (teams.length === 0 || teams.includes(own))) continue;
        const input = { ...ticket, user_email: 'uma@north.example', ticket_type };
        const refused = await refusalOf(poster, 'create_ticket', input, ticket_type);
        const invented = await refusalOf(poster, 'create_ticket', { ...input, ticket_type: 'Nonsense' }, 'Nonsense');
        expect(refused).toBe(invented);
      }
      expect(checksumDesk(open.served.core.database.connection)).toEqual(before);
    };
    await fc.assert(fc.asyncProperty(limits, run), { numRuns: 8 });
  }, 120_000);

  test('a user sees own tickets as far as the limits go, and logs none outside of them', async () => {
    const run = async (drawn: DataLimits, email: string): Promise<void> => {
      configure('users', { limits: drawn });
      const inside = withinLimits(rows, drawn);
      const poster = as(email);
      const own = rows.desk_user.find((each) => each.email === email)?.id;
      const mine = await readAll(poster, 'get_my_tickets', { open_only: false });
      const expected = rows.desk_ticket.filter(({ id, user_id }) => user_id === own && inside.has('ticket', id));
      expect(mine.count).toBe(expected.length);
      for (const { text } of [mine, await readAll(poster, 'search_tickets', { search: sharedWord })]) {
        expect(findLeaks(text, inside)).toEqual([]);
      }
      for (const id of inside.ids('ticket').outside) {
        for (const [tool, input] of [
          ['get_one_ticket', {}],
          ['update_ticket', { note: 'Hello' }],
        ] as const) {
          expect(await refusalOf(poster, tool, { ...input, ticket_id: id }, id)).toBe(
            await refusalOf(poster, tool, { ...input, ticket_id: nowhere }, nowhere),
          );
        }
      }
      if (own !== undefined && !inside.has('user', own)) {
        const refused = await refusalOf(poster, 'create_ticket', { summary: 'New', description: 'New' }, '');
        expect(refused).toMatch(/^not_allowed /);
      }
    };
    const emails = fc.constantFrom('uma@north.example', 'cleo@north.example', 'eve@south.example');
    await fc.assert(fc.asyncProperty(limits, emails, run), { numRuns: 20 });
  }, 120_000);

  test('taking a ticket over keeps it within the limits', async () => {
    configure('agents', {
      limits: { teamIds: [team.first], clientIds: [], ticketTypeIds: [] },
      mode: 'halo-compatible',
    });
    const [id] = withinLimits(rows, { teamIds: [team.first], clientIds: [], ticketTypeIds: [] }).ids('ticket').inside;
    const taken = await as('an agent of a team').read('assign_to_me', { ticket_id: id });
    expect(taken).toMatchObject({ agent_name: 'Tess Team', team_name: 'First Line' });
  });

  test('a limit to what is gone shows nothing at all', async () => {
    configure('agents', { limits: { teamIds: [], clientIds: [nowhere], ticketTypeIds: [] } });
    const poster = as('the administrator');
    expect((await readAll(poster, 'search_tickets', { search: sharedWord })).count).toBe(0);
    expect((await readAll(poster, 'get_clients', { search: '' })).count).toBe(0);
    expect((await poster.read('get_user_info', {}))['name']).toBe('Ada Admin');
  });
});
