import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';

describe('the trace of a record', () => {
  let admin: OpenAdmin;
  beforeAll(async () => {
    admin = await openAdmin();
  }, 60_000);
  afterAll(() => admin.close());

  const read = (kind: 'ticket' | 'agent' | 'asset', id: number, offset = 0, limit = 50) =>
    admin.client.traces.record({ kind, id, offset, limit });

  it('A record of the demo desk was created with it.', async () => {
    const { rows, total } = await read('ticket', 1001);
    expect(total).toBe(1);
    expect(rows).toMatchObject([{ kind: 'reset', label: 'Created with the demo desk', operation: 'bulk' }]);
  });

  it('An edit is told in names, with what was there before, the latest first.', async () => {
    const before = await admin.client.tickets.get({ id: 1002 });
    const { priorities } = await admin.client.lookups.get();
    const other = priorities.find(({ id }) => id !== before.priority.id);
    await admin.client.tickets.update({ id: 1002, revision: before.revision, changes: { priorityId: other?.id ?? 0 } });
    await admin.client.tickets.addNote({ id: 1002, note: 'Looked at it.', private: true });
    const { rows, total } = await read('ticket', 1002);
    expect(total).toBe(3);
    expect(rows[0]).toMatchObject({ actor: 'Philippa Quill', label: 'Private note' });
    expect(rows[0]?.rows).toEqual([
      { operation: 'insert', label: 'History entry', text: 'Private note: Looked at it.' },
    ]);
    expect(rows[1]?.fields.find(({ column }) => column === 'priority_id')).toEqual({
      column: 'priority_id',
      label: 'Priority',
      before: before.priority.name,
      after: other?.name,
    });
    expect((await read('ticket', 1002, 1, 1)).rows).toEqual(rows.slice(1, 2));
    expect((await read('ticket', 1002, 2, 5)).rows).toEqual(rows.slice(2));
    expect((await read('ticket', 1002, 3, 5)).rows).toEqual([]);
  });

  it('A tool call is told with its call, and leads to it.', async () => {
    await admin.client.calls.create({ tool: 'add_note_to_ticket', arguments: { ticket_id: 1003, note: 'By call.' } });
    const { rows } = await read('ticket', 1003);
    expect(rows[0]).toMatchObject({ kind: 'call', tool: 'add_note_to_ticket' });
    expect(rows[0]?.callId).toBeGreaterThan(0);
  });

  it('Rows that were removed from a record are still told.', async () => {
    const { id, revision, teams } = await admin.client.agents.get({ id: 3 });
    await admin.client.agents.update({ id, revision, changes: { teamIds: [], defaultTeamId: null } });
    const { rows } = await read('agent', 3);
    expect(rows[0]?.rows.map(({ operation, text }) => `${operation} ${text}`).sort()).toEqual(
      teams.map(({ name }) => `delete ${name}`).sort(),
    );
  });

  it('What never was has no trace.', async () => {
    await expect(read('asset', 999_999)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('who set the fields of a record', () => {
  let admin: OpenAdmin;
  beforeAll(async () => {
    admin = await openAdmin();
  }, 60_000);
  afterAll(() => admin.close());

  it('is told for what changed since the desk was loaded, column by column, with the call that did it', async () => {
    const list = (id: number) => admin.client.traces.fields({ kind: 'ticket', id });
    expect(await list(1004)).toEqual([]);
    const { revision, priority, fields } = await admin.client.tickets.get({ id: 1004 });
    const { priorities } = await admin.client.lookups.get();
    const other = priorities.find(({ id }) => id !== priority.id)?.id ?? 0;
    const [custom] = fields.filter(({ kind }) => kind === 'text' || kind === 'long_text');
    const filled = custom === undefined ? {} : { fields: [{ id: custom.id, value: 'Filled in' }] };
    await admin.client.tickets.update({ id: 1004, revision, changes: { priorityId: other, ...filled } });
    const { callId } = await admin.client.calls.create({ tool: 'assign_to_me', arguments: { ticket_id: 1004 } });
    const setters = await list(1004);
    const of = (column: string) => setters.find((each) => each.column === column);
    expect(of('priority_id')).toMatchObject({ actor: 'Philippa Quill', label: 'Edit ticket', created: false });
    expect(of('priority_id')).not.toHaveProperty('callId');
    expect(of('agent_id')).toMatchObject({ label: 'assign_to_me', callId, endpointName: 'Default endpoint' });
    if (custom !== undefined) expect(of('field_id')).toMatchObject({ value: custom.id, label: 'Edit ticket' });
    expect(of('summary')).toBe(undefined);
  });

  it('is told for a record that a call created, and the changed rows of a call name the record they belong to', async () => {
    const user = (await admin.client.tickets.get({ id: 1005 })).userEmail;
    const input = { summary: 'Made', description: 'Made.', user_email: user };
    const { result, callId = 0 } = await admin.client.calls.create({ tool: 'create_ticket', arguments: input });
    const { id } = result as { id: number };
    const setters = await admin.client.traces.fields({ kind: 'ticket', id });
    expect(setters.find(({ column }) => column === 'summary')).toMatchObject({ created: true, callId });
    const { rows } = await admin.client.activity.get({ id: callId });
    expect(rows.find(({ table }) => table === 'desk_ticket')).not.toHaveProperty('of');
    expect(rows.find(({ table }) => table === 'desk_action')).toMatchObject({ of: { kind: 'ticket', id } });
  });
});
