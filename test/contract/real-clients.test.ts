import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RealClient, realClients } from '../support/real-clients.ts';
import { type ServedWorkbench, startWorkbench } from '../support/start-workbench.ts';

/** The server's own words, or the Inspector's, which looks for the name in the list before it calls. */
const unknown = (tool: string): RegExp => new RegExp(`Unknown tool: ${tool}|'${tool}' not found on server`);

async function within(milliseconds: number, event: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const late = wait(milliseconds, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`Nothing was heard within ${milliseconds} ms.`);
  });
  await Promise.race([event, late]);
  timer.abort();
  await late.catch(() => undefined);
}

let workbench: ServedWorkbench;
let key: string;

beforeAll(async () => {
  workbench = await startWorkbench();
  key = await workbench.createKey();
}, 60_000);

afterAll(() => workbench.stop());

describe.each(Object.entries(realClients))('%s', (_, connect) => {
  let client: RealClient;

  beforeAll(async () => {
    client = await connect(workbench.endpoint, key);
  });

  afterAll(() => client.close());

  test('lists, searches, reads a ticket and adds a note', async () => {
    expect(await client.listTools()).toEqual(expect.arrayContaining(['search_tickets', 'get_one_ticket', 'log_time']));
    const found = await client.call('search_tickets', { search: 'laptop is very slow' });
    const [first] = found['tickets'] as { id: number; summary: string }[];
    expect(first).toBeDefined();
    const ticket = await client.call('get_one_ticket', { ticket_id: first?.id });
    expect(ticket['summary']).toBe(first?.summary);
    const note = await client.call('add_note_to_ticket', { ticket_id: first?.id, note: `Noted over MCP` });
    expect(note).toMatchObject({ ticket_id: first?.id, hiddenfromuser: true });
  }, 60_000);

  test('is refused a tool that is not offered as unknown', async () => {
    await expect(client.call('get_sites', { search: 'x' })).rejects.toThrow(unknown('get_sites'));
  }, 60_000);

  test('hears within a second that the command line switched a tool off, and can no longer call it', async () => {
    await client.listTools();
    const announced = client.nextListChange?.();
    const { code } = await workbench.cli('tool', 'disable', 'get_assets');
    expect(code).toBe(0);
    if (announced !== undefined) await within(1000, announced);
    expect(await client.listTools()).not.toContain('get_assets');
    await expect(client.call('get_assets', {})).rejects.toThrow(unknown('get_assets'));
    expect((await workbench.cli('tool', 'enable', 'get_assets')).code).toBe(0);
    expect(await client.listTools()).toContain('get_assets');
  }, 60_000);
});
