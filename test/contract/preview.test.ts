import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSystemPorts } from '../../src-main/ports.ts';
import type { CallReport } from '../../src-shared/api/call-view.ts';
import type { WorkbenchEvent } from '../../src-shared/events/workbench-event.ts';
import { checksumFile } from '../support/desk-checksum.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { quietLog } from '../support/quiet-log.ts';

// The clock stands, so that a call differs from its preview in nothing at all.
const now = Date.UTC(2026, 10, 20, 9);

interface Call {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly as?: string | undefined;
}

let admin: OpenAdmin;
let tickets: readonly number[];
let people: readonly (string | undefined)[];

const connection = () => admin.served.core.database.connection;
const column = <T>(sql: string, ...parameters: unknown[]): T[] =>
  connection()
    .prepare<unknown[], T>(sql)
    .pluck()
    .all(...parameters);

beforeAll(async () => {
  admin = await openAdmin({ newDesk: 'demo' }, { ports: { ...createSystemPorts(quietLog), now: () => now } });
  tickets = column('SELECT id FROM desk_ticket WHERE id % 97 = 0 OR id > (SELECT max(id) - 12 FROM desk_ticket)');
  people = [
    undefined,
    ...column<string>('SELECT email FROM desk_agent WHERE disabled = 0 ORDER BY role_id DESC, id LIMIT 3'),
    ...column<string>('SELECT email FROM desk_user WHERE inactive = 0 AND linked_agent_id IS NULL LIMIT 2'),
  ];
}, 60_000);
afterAll(() => admin.close());

/** The parts of a report that a preview has. */
function withoutTraces({ callId: _, changeSetId: __, milliseconds: ___, ...rest }: CallReport): object {
  return rest;
}

/** Previews, looks that nothing has changed, and calls. Answers what came of the call. */
async function previewAndCall(call: Call): Promise<CallReport> {
  const before = checksumFile(connection());
  const { milliseconds, ...preview } = await admin.client.calls.preview(call);
  expect(checksumFile(connection())).toBe(before);
  const report = await admin.client.calls.create(call);
  if (call.tool === 'get_matches' && report.error === undefined) expect(preview.result).toEqual(report.result);
  else expect(preview).toEqual(withoutTraces(report));
  expect(milliseconds).toBeGreaterThanOrEqual(0);
  return report;
}

const outcomesOf = (ticket: number) =>
  column<number>(
    `SELECT s.outcome_id FROM desk_ticket t JOIN desk_step_outcome s ON s.step_id = t.step_id WHERE t.id = ?
     UNION SELECT id FROM desk_outcome WHERE always = 1`,
    ticket,
  );
const openSuggestions = (ticket: number) =>
  column<number>("SELECT id FROM desk_suggestion WHERE ticket_id = ? AND state = 'open'", ticket);

/** Calls of every tool that writes, mostly ones that succeed. */
function anyCall(): fc.Arbitrary<Call> {
  const words = fc.constantFrom('Printer', 'says "no"', '<b>bold</b>', 'Ünïcödé');
  const note = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
  const ticket = fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...tickets) }, fc.constant(999_999));
  const email = fc.constantFrom(...column<string>('SELECT email FROM desk_user WHERE inactive = 0 LIMIT 9'), 'no@one');
  const make = (tool: string, input: fc.Arbitrary<Record<string, unknown>>) =>
    input.map((given) => ({ tool, arguments: given }));
  const chosen = (list: (id: number) => readonly number[], name: string, convert: (id: number) => unknown) =>
    fc.tuple(ticket, fc.nat()).map(([ticket_id, pick]) => {
      const ids = list(ticket_id);
      return { ticket_id, [name]: convert(ids[pick % Math.max(1, ids.length)] ?? 999) };
    });
  return fc
    .tuple(
      fc.oneof(
        make('add_note_to_ticket', fc.record({ ticket_id: ticket, note })),
        make('create_ticket', fc.record({ summary: words, description: note, user_email: email })),
        make('assign_to_me', fc.record({ ticket_id: ticket })),
        make('log_time', fc.record({ hours: fc.constantFrom(0.25, 1, -1), note, ticket_id: ticket })),
        make('action_ticket', chosen(outcomesOf, 'action_id', Number)),
        make(
          'use_specific_action',
          fc.tuple(chosen(outcomesOf, 'action_id', Number), note).map(([given, text]) => ({ ...given, note: text })),
        ),
        make('update_ticket', fc.record({ ticket_id: ticket, note, close: fc.boolean() })),
        make('get_matches', fc.record({ ticket_id: ticket })),
        make('apply_suggestion', chosen(openSuggestions, 'suggestion_ids', String)),
        make('no_such_tool', fc.constant({})),
      ),
      fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, fc.constantFrom(...people)),
    )
    .map(([call, as]) => ({ ...call, as }));
}

describe('a preview', () => {
  test(
    'leaves the file as it was, and the call then does exactly what the preview showed, whatever the call is',
    { timeout: 120_000 },
    async () => {
      const done = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(anyCall(), async (call) => {
          const { error } = await previewAndCall(call);
          if (error === undefined) done.set(call.tool, (done.get(call.tool) ?? 0) + 1);
        }),
        { numRuns: 30, endOnFailure: true },
      );
      expect(done.size).toBeGreaterThan(3);
    },
  );

  test('of each tool that writes shows the rows and columns that it would change', { timeout: 60_000 }, async () => {
    const open = column<number>(
      `SELECT t.id FROM desk_ticket t JOIN desk_status s ON s.id = t.status_id WHERE s.kind = 'open'
       AND t.step_id IN (SELECT step_id FROM desk_step_outcome) AND t.agent_id IS NULL ORDER BY t.id`,
    );
    const [user] = column<string>(
      'SELECT u.email FROM desk_ticket t JOIN desk_user u ON u.id = t.user_id WHERE u.linked_agent_id IS NULL LIMIT 1',
    );
    const quick = column<number>('SELECT id FROM desk_outcome WHERE quick = 1');
    const actionOn = (id: number) => outcomesOf(id).find((outcome) => quick.includes(outcome));
    let ticket = 0;
    for (ticket of open.filter((id) => actionOn(id) !== undefined)) {
      await admin.client.calls.create({ tool: 'get_matches', arguments: { ticket_id: ticket } });
      if (openSuggestions(ticket).length > 0) break;
    }
    const action = actionOn(ticket);
    const [suggestion] = openSuggestions(ticket);
    const note = 'What a preview shows.';
    const [own = 0] = column<number>(
      'SELECT t.id FROM desk_ticket t JOIN desk_user u ON u.id = t.user_id WHERE u.email = ? LIMIT 1',
      user,
    );
    const calls: Call[] = [
      { tool: 'add_note_to_ticket', arguments: { ticket_id: ticket, note } },
      { tool: 'create_ticket', arguments: { summary: 'New', description: note, user_email: user } },
      { tool: 'apply_suggestion', arguments: { ticket_id: ticket, suggestion_ids: String(suggestion) } },
      { tool: 'assign_to_me', arguments: { ticket_id: ticket } },
      { tool: 'log_time', arguments: { ticket_id: ticket, hours: 0.5, note } },
      { tool: 'action_ticket', arguments: { ticket_id: ticket, action_id: action } },
      { tool: 'update_ticket', arguments: { ticket_id: own, note, close: false }, as: user },
    ];
    for (const call of calls) {
      const { error, changes } = await previewAndCall(call);
      expect({ tool: call.tool, error, changes: changes?.length ?? 0 }).toMatchObject({ error: undefined });
      expect(changes?.every(({ columns }) => columns.length > 0)).toBe(true);
    }
  });

  test('of get_matches shows the suggestions that it would write, and writes none', async () => {
    const ticket = tickets.find(
      (id) => column('SELECT 1 FROM desk_suggestion WHERE ticket_id = ?', id).length === 0 && id !== 999_999,
    );
    const before = checksumFile(connection());
    const call = { tool: 'get_matches', arguments: { ticket_id: ticket } };
    const preview = await admin.client.calls.preview(call);
    expect(checksumFile(connection())).toBe(before);
    const { suggestions } = preview.result as { suggestions: readonly { id: number }[] };
    expect(preview.changed?.inserted ?? 0).toBeGreaterThanOrEqual(suggestions.length);
    const report = await admin.client.calls.create(call);
    expect(report.result).toEqual(preview.result);
    const [set] = column<number>("SELECT max(id) FROM trace_change_set WHERE kind = 'rule'");
    if (preview.changed !== undefined) expect(admin.served.core.changes.count(set ?? 0)).toEqual(preview.changed);
  });

  test('is heard of by nobody, is no call to a rate limit, and refuses as a call does', async () => {
    const { core } = admin.served;
    const stop = new AbortController();
    const events = await admin.client.events.subscribe(undefined, { signal: stop.signal });
    const until = async (kind: WorkbenchEvent['kind']): Promise<WorkbenchEvent> => {
      for (;;) {
        const { value, done } = await events.next();
        if (done === true) throw new Error('The stream ended.');
        if (value.kind === kind) return value;
      }
    };
    await until('hello');
    const told: number[] = [];
    const unlisten = core.database.onChangeSet(({ id }) => told.push(id));
    admin.served.configure({ callsPerMinute: 1 });
    const call = { tool: 'add_note_to_ticket', arguments: { ticket_id: tickets[0], note: 'Once.' } };
    for (const _ of [1, 2, 3]) expect((await admin.client.calls.preview(call)).error).toBe(undefined);
    expect(told).toEqual([]);
    const { callId, changeSetId } = await admin.client.calls.create(call);
    expect(told).toEqual([changeSetId]);
    const heard = (await until('calls')) as Extract<WorkbenchEvent, { kind: 'calls' }>;
    expect(heard.calls.map(({ id }) => id)).toEqual([callId]);
    expect((await admin.client.calls.create(call)).error?.code).toBe('rate_limited');
    admin.served.configure({ callsPerMinute: null });
    unlisten();
    stop.abort();

    const service = core.access.applications.create({
      ...{ name: 'Reader', method: 'static_key', actsAs: { kind: 'service' }, scopes: ['read:tickets'] },
    });
    const as = `service:${service.application.id}`;
    const refused = await previewAndCall({ ...call, as });
    expect(refused.error).toMatchObject({ code: 'not_found' });
    expect(refused.error?.message).toContain('not offered to Reader');
    const unknown = admin.client.calls.preview({ ...call, collection: 'nowhere' });
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' });
  });
});
