import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPoster } from '../support/post-mcp.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';

describe('the activity log through the admin door', () => {
  let admin: OpenAdmin;
  let activity: OpenAdmin['client']['activity'];
  let calls: OpenAdmin['client']['calls'];

  let noteId = 0;
  beforeAll(async () => {
    admin = await openAdmin();
    ({ activity, calls } = admin.client);
    const poster = createPoster(admin.served.endpoint, admin.served.createKey());
    await poster.call('get_user_info');
    await poster.call('search_tickets', { search: 'printer' });
    await poster.call('get_one_ticket', { ticket_id: 1 });
    await calls.create({ tool: 'get_user_info', arguments: {}, as: 'user:1' });
    const note = { ticket_id: 1001, note: '=HYPERLINK("http://x"), 100% and_more' };
    noteId = (await calls.create({ tool: 'add_note_to_ticket', arguments: note })).callId ?? 0;
  }, 60_000);
  afterAll(() => admin.close());

  const names = async (filter: Parameters<typeof activity.list>[0]) =>
    (await activity.list(filter)).calls.map(({ tool }) => tool);

  it('lists the latest first, with names for ids', async () => {
    const { calls: found, total, next } = await activity.list({});
    expect({ total, next }).toEqual({ total: { count: 5, exact: true }, next: undefined });
    expect(found.map(({ tool, era }) => `${tool} ${era}`)).toEqual([
      ...['add_note_to_ticket workbench', 'get_user_info workbench'],
      ...['get_one_ticket unversioned', 'search_tickets unversioned', 'get_user_info unversioned'],
    ]);
    expect(found[0]).toMatchObject({
      ...{ effect: 'write', endpointName: 'Default endpoint', changed: { inserted: 1, deleted: 0 } },
      who: { label: 'agent:1', name: 'Philippa Quill' },
    });
    expect(found[4]).toMatchObject({ application: { name: 'Test 1' } });
  });

  it('finds calls by everything that they can be filtered by, together as well', async () => {
    const [last] = (await activity.list({ applications: [] })).calls;
    expect(await names({ tools: ['get_user_info', 'get_one_ticket'] })).toHaveLength(3);
    expect(await names({ principals: ['user:1'] })).toEqual(['get_user_info']);
    expect(await names({ outcome: 'failed' })).toEqual(['get_one_ticket']);
    expect(await names({ outcome: ['not_found'] })).toEqual(['get_one_ticket']);
    expect(await names({ outcome: 'ok', wrote: false })).toHaveLength(3);
    expect(await names({ wrote: true })).toEqual(['add_note_to_ticket']);
    expect(await names({ clients: [last?.client ?? ''], wrote: false })).toEqual(['get_user_info']);
    expect(await names({ to: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect(await names({ from: '2020-01-01T00:00:00Z', tools: ['search_tickets'] })).toEqual(['search_tickets']);
  });

  it('searches the text of arguments, results and errors literally', async () => {
    expect(await names({ text: 'PRINTER' })).toContain('search_tickets');
    expect(await names({ text: '100% and_more' })).toEqual(['add_note_to_ticket']);
    expect(await names({ text: '100_ and%more' })).toEqual([]);
    expect(await names({ text: 'there is no ticket', outcome: 'failed' })).toEqual(['get_one_ticket']);
  });

  it('takes hostile filters for what they are: text that nothing has', async () => {
    const hostile = `'; DROP TABLE trace_call; -- %_\\ \u0000 "`;
    expect(await names({ tools: [hostile], principals: [hostile], clients: [hostile] })).toEqual([]);
    expect(await names({ outcome: [hostile], text: hostile })).toEqual([]);
    await expect(activity.list({ text: 'x'.repeat(201) })).rejects.toMatchObject({ code: 'invalid_arguments' });
    await expect(activity.list({ limit: 0 })).rejects.toMatchObject({ code: 'invalid_arguments' });
    await expect(activity.list({ from: 'yesterday' })).rejects.toMatchObject({ code: 'invalid_arguments' });
    expect((await activity.list({})).total.count).toBe(5);
  });

  it('goes on page by page without a gap or a repeat', async () => {
    const seen: number[] = [];
    let before: number | undefined;
    do {
      const page = await activity.list({ limit: 2, ...(before !== undefined && { before }) });
      seen.push(...page.calls.map(({ id }) => id));
      before = page.next;
    } while (before !== undefined);
    expect(seen).toEqual((await activity.list({})).calls.map(({ id }) => id));
  });

  it('shows one call whole, with what every changed row held before and after', async () => {
    const call = await activity.get({ id: noteId });
    expect(call).toMatchObject({ arguments: { ticket_id: 1001 }, result: expect.anything() as unknown });
    expect(call.rows).toHaveLength(call.rowsTotal);
    const ticket = call.rows.find(({ table }) => table === 'desk_ticket');
    const moved = ticket?.columns.find(({ name }) => name === 'last_action_at');
    expect(moved?.before).not.toBe(moved?.after);
    expect(call.newer).toBeUndefined();
    expect((await activity.get({ id: call.older ?? 0 })).newer).toBe(noteId);
    await expect(activity.get({ id: 99_999 })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('counts calls and failures over time', async () => {
    const { calls: count, failed, buckets, bucketSeconds, p50 = 0, p95 = 0 } = await activity.figures({ minutes: 15 });
    expect({ count, failed }).toEqual({ count: 5, failed: 1 });
    expect(buckets.reduce((sum, bucket) => sum + bucket.calls, 0)).toBe(5);
    expect(buckets.length).toBeLessThanOrEqual(900 / bucketSeconds + 1);
    expect(p50).toBeGreaterThan(0);
    expect(p95).toBeGreaterThanOrEqual(p50);
  });

  it('says what there is to filter by', async () => {
    const facets = await activity.facets();
    expect(facets.tools).toEqual(['add_note_to_ticket', 'get_one_ticket', 'get_user_info', 'search_tickets']);
    expect(facets.principals.map(({ label }) => label)).toEqual(['agent:1', 'user:1']);
    expect(facets).toMatchObject({ applications: [{ name: 'Test 1' }], errors: ['not_found'] });
  });

  it('exports what a spreadsheet opens without running it', async () => {
    const csv = await activity.export({ format: 'csv', wrote: true });
    const [header, row] = csv.text.split('\r\n');
    expect(header?.split(',').slice(0, 4)).toEqual(['id', 'at', 'milliseconds', 'tool']);
    expect(row).toContain('"{""ticket_id"":1001');
    expect(csv).toMatchObject({ calls: 1 });
    const lines = (await activity.export({ format: 'jsonl' })).text.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: number }).id)).toHaveLength(5);
  });

  it('keeps a client from writing formulas into the export', async () => {
    const key = admin.served.createKey();
    const body = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: '@SUM(A1)', arguments: {} } };
    await createPoster(admin.served.endpoint, key).send(body, { 'User-Agent': '=HYPERLINK("http://x";"y")' });
    const { text } = await activity.export({ format: 'csv', tools: ['@SUM(A1)'] });
    expect(text).toContain(`'@SUM(A1),not_found`);
    expect(text).toContain(`"'=HYPERLINK(""http://x"";""y"")"`);
  });

  it('runs an earlier call once more, as the same person or another', async () => {
    const again = await calls.rerun({ id: noteId });
    expect(again).toMatchObject({ changed: { inserted: 1 }, result: expect.anything() as unknown });
    expect(again.callId).not.toBe(noteId);
    expect(again.changes?.map(({ table }) => table)).toContain('desk_action');
    const other = await calls.rerun({ id: noteId, as: 'user:1' });
    expect(other.error).toMatchObject({ code: 'not_found', message: expect.stringContaining('not offered') as string });
    await expect(calls.rerun({ id: 99_999 })).rejects.toMatchObject({ code: 'not_found' });
  });
});
