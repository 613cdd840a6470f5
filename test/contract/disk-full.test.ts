import { afterAll, beforeAll, expect, test } from 'vitest';
import { checksumDesk } from '../support/desk-checksum.ts';
import { createPoster, type McpPoster, type ToolResult } from '../support/post-mcp.ts';
import { serveDesk, type ServedDesk } from '../support/serve-desk.ts';
import { smallDesk, ticketRow } from '../support/small-desk.ts';
import { findDamage } from '../support/written-changes.ts';

let served: ServedDesk;
let poster: McpPoster;

beforeAll(async () => {
  const rows = smallDesk();
  rows.desk_ticket.push(ticketRow(1));
  served = await serveDesk(rows);
  poster = createPoster(served.endpoint, served.createKey());
});

afterAll(() => served.close());

/** The file may grow by this many pages of 4 KiB and no more: what a full disk is to SQLite. */
function limitGrowth(pages: number): void {
  const { connection } = served.core.database;
  connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true })) + pages}`);
}

function countTraces(): Record<string, unknown> {
  const count = (table: string): unknown =>
    served.core.database.connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  return {
    desk: checksumDesk(served.core.database.connection),
    changeSets: count('trace_change_set'),
    entries: count('trace_change'),
    writes: served.core.database.connection
      .prepare('SELECT count(*) FROM trace_call WHERE change_set_id IS NOT NULL')
      .pluck()
      .get(),
  };
}

async function callUntilFull(call: () => Promise<ToolResult>): Promise<ToolResult> {
  for (let calls = 0; calls < 2000; calls += 1) {
    const result = await call();
    if (result.isError) return result;
  }
  throw new Error('The disk never became full.');
}

const sentence = {
  code: 'disk_full',
  message: 'The disk is full, so nothing was saved. Free some space and try again.',
};

test('on a full disk a write says so and leaves nothing half-written', async () => {
  limitGrowth(60);
  const notes = () => poster.call('add_note_to_ticket', { ticket_id: 1, note: 'long '.repeat(5000) });
  const full = await callUntilFull(notes);
  expect(full.error).toEqual(sentence);
  const before = countTraces();
  expect((await notes()).error).toEqual(sentence);
  const create = { summary: 'S', description: 'long '.repeat(5000), user_email: 'uma@north.example' };
  expect((await poster.call('create_ticket', create)).error).toEqual(sentence);
  expect(countTraces()).toEqual(before);
  expect(findDamage(served.core.database.connection)).toEqual([]);
});

test('on a full disk a read that cannot be written down says so instead of answering', async () => {
  limitGrowth(0);
  const full = await callUntilFull(() => poster.call('search_tickets', { search: 'word '.repeat(150) }));
  expect(full.error).toEqual(sentence);
});

test('on a full disk every kind of request is answered, and none as a fault', async () => {
  const fill = () => poster.call('search_tickets', { search: 'word '.repeat(150) });
  await callUntilFull(fill);
  const before = countTraces();
  const long = 'x'.repeat(20_000);
  for (const { status, message } of [
    await poster.request('tools/list'),
    await poster.request('ping'),
    await poster.request('tools/call', { name: 'add_note_to_ticket', arguments: { ticket_id: 1, note: long } }),
    await poster.request('tools/call', { name: 'get_one_ticket', arguments: { ticket_id: 99, [long]: 1 } }),
    await poster.request('tools/call', { name: long, arguments: { long } }),
    await poster.request('tools/call', {
      name: 'search_tickets',
      arguments: { search: long },
      _meta: { progressToken: 1 },
    }),
  ]) {
    expect(status).toBe(200);
    expect(message.error?.code ?? 0).not.toBe(-32603);
    expect(JSON.stringify(message)).not.toContain('a fault in the workbench');
  }
  expect(countTraces()).toEqual(before);
});

test('when there is space again everything works, without a restart', async () => {
  served.core.database.connection.pragma('max_page_count = 1073741823');
  const note = 'After the disk was full';
  const { action_id: number } = await poster.read('add_note_to_ticket', { ticket_id: 1, note });
  expect(number).toBeGreaterThan(0);
  expect(await poster.read('search_tickets', { search: 'word' })).toBeDefined();
  expect(findDamage(served.core.database.connection)).toEqual([]);
});
