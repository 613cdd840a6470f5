import { createServer } from 'node:http';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRuntimeFolders, readSurroundings } from '../../src-main/config/places.ts';
import { listSocketPaths } from '../../src-main/http/socket-path.ts';
import { runCli, type ServedWorkbench, startWorkbench } from '../support/start-workbench.ts';
import { listToolNames } from '../support/list-tool-names.ts';

describe('beside a workbench that runs', () => {
  let workbench: ServedWorkbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
  }, 60_000);
  afterAll(async () => {
    expect(await workbench.stop()).toBe(0);
  });

  it('serve prints one line of JSON that says where everything is', () => {
    const { url, endpoint, token, endpointEnabled, desk, pid } = workbench;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect({ endpoint, token, endpointEnabled, desk, pid }).toEqual({
      ...{ endpoint: `${url}/api/mcp`, token: `${url}/auth/token`, endpointEnabled: true },
      ...{ desk: 'demo', pid: workbench.process.pid },
    });
  });

  it('a key that key create prints opens the endpoint', async () => {
    const key = await workbench.createKey({ name: 'Opens the endpoint' });
    expect(await listToolNames(workbench.endpoint, key)).toContain('search_tickets');
  });

  it('a rolled key stops and the new one works', async () => {
    const created = await workbench.cli('key', 'create', '--json', '--name', 'Rolled');
    const { key, id } = created.json as { key: string; id: number };
    const rolled = await workbench.cli('key', 'roll', String(id), '--json', '--expires', '30d');
    const next = rolled.json as { key: string; expiresAt: string };
    expect(Date.parse(next.expiresAt)).toBeGreaterThan(Date.now());
    await expect(listToolNames(workbench.endpoint, key)).rejects.toThrow('401');
    expect(await listToolNames(workbench.endpoint, next.key)).not.toHaveLength(0);
  });

  it('call runs a tool as the person that is named, and activity shows the call', async () => {
    const called = await workbench.cli('call', 'get_user_info', '--json');
    expect(called.code).toBe(0);
    const activity = await workbench.cli('activity', '--json', '--tool', 'get_user_info', '--limit', '1');
    expect(activity.json).toEqual([
      expect.objectContaining({ tool: 'get_user_info', era: 'command-line', arguments: {}, result: called.json }),
    ]);
  });

  it('activity tells which rows a call changed', async () => {
    const found = await workbench.cli('call', 'search_tickets', '{"search":"printer"}', '--json');
    const { tickets } = found.json as { tickets: { id: number }[] };
    const note = { ticket_id: tickets[0]?.id, note: 'Written by the command line.' };
    expect((await workbench.cli('call', 'add_note_to_ticket', JSON.stringify(note))).code).toBe(0);
    const activity = await workbench.cli('activity', '--json', '--limit', '1');
    const [call] = activity.json as { changes: unknown }[];
    expect(call?.changes).toContainEqual(expect.objectContaining({ table: 'desk_action', operation: 'insert' }));
  });

  it('call --preview prints what would change, and neither the desk nor the activity log has it', async () => {
    const note = JSON.stringify({ ticket_id: 1001, note: 'Only previewed.' });
    const { code, json } = await workbench.cli('call', 'add_note_to_ticket', note, '--preview', '--json');
    expect(code).toBe(0);
    expect(json).toMatchObject({ changed: { inserted: 1, updated: 1 }, result: { ticket_id: 1001 } });
    const { changes } = json as { changes: { columns: { name: string; after?: unknown }[] }[] };
    const columns = changes.flatMap(({ columns: each }) => each);
    expect(columns).toContainEqual({ name: 'note', after: 'Only previewed.' });
    const ticket = await workbench.cli('call', 'get_one_ticket', '{"ticket_id":1001}', '--json');
    expect(JSON.stringify(ticket.json)).not.toContain('Only previewed.');
    const activity = await workbench.cli('activity', '--json', '--limit', '1');
    expect(activity.json).toMatchObject([{ tool: 'get_one_ticket' }]);
    const wrong = await workbench.cli('call', 'add_note_to_ticket', '{"ticket_id":99999999,"note":"x"}', '--preview');
    expect(wrong.code).toBe(3);
  });

  it('call takes its arguments from the standard input', async () => {
    const args = ['call', 'search_tickets', '-', '--json', '--data-dir', workbench.folder];
    const { code, json } = await runCli(args, { input: '{"search":"printer"}' });
    expect(code).toBe(0);
    expect(json).toHaveProperty('tickets');
  });

  it('a failed call is one JSON document with a code, and an exit code by kind', async () => {
    const unknown = await workbench.cli('call', 'serch_tickets', '{"search":"x"}', '--json');
    expect(unknown.code).toBe(3);
    expect(unknown.json).toEqual({
      error: { code: 'not_found', message: expect.stringContaining('search_tickets') as string },
    });
    const wrong = await workbench.cli('call', 'get_one_ticket', '{"ticket_id":"x"}', '--json');
    expect(wrong.code).toBe(2);
    expect(wrong.json).toMatchObject({ error: { code: 'invalid_arguments' } });
  });

  it('without --json a failure is a sentence on the standard error stream alone', async () => {
    const { code, stdout, stderr } = await workbench.cli('call', 'get_one_ticket', '{"ticket_id":99999999}');
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('a tool that is disabled disappears for clients, and enable --all brings everything back', async () => {
    const key = await workbench.createKey({ name: 'Sees tools' });
    const before = await listToolNames(workbench.endpoint, key);
    const disabled = await workbench.cli('tool', 'disable', 'log_time', '--json');
    expect(disabled.json).toMatchObject({ changed: true, includeAllSystemTools: false });
    expect(await listToolNames(workbench.endpoint, key)).toEqual(before.filter((name) => name !== 'log_time'));
    await workbench.cli('tool', 'enable', '--all');
    expect(await listToolNames(workbench.endpoint, key)).toEqual(before);
  });

  it('an unknown tool is refused with the names that may be meant', async () => {
    const { code, stderr } = await workbench.cli('tool', 'disable', 'log_tiem');
    expect(code).toBe(3);
    expect(stderr).toContain('log_time');
  });

  it('endpoint disable turns clients away and leaves call to the local administrator', async () => {
    const key = await workbench.createKey({ name: 'Turned away' });
    await workbench.cli('endpoint', 'disable');
    await expect(listToolNames(workbench.endpoint, key)).rejects.toThrow('404');
    expect((await workbench.cli('call', 'get_user_info')).code).toBe(0);
    await workbench.cli('endpoint', 'enable');
    expect(await listToolNames(workbench.endpoint, key)).not.toHaveLength(0);
  });

  it('endpoint set changes what it is given and nothing else', async () => {
    const { json } = await workbench.cli('endpoint', 'set', '--framing', 'sse', '--json');
    expect(json).toMatchObject({ settings: { framing: 'sse', enabled: true, mode: 'strict' } });
    const back = await workbench.cli('endpoint', 'set', '--framing', 'by-accept', '--json');
    expect(back.json).toMatchObject({ settings: { framing: 'by-accept' } });
  });

  it('a collection is made, listed and shown with its address, a key of it opens it alone, and deleted it stays in its versions', async () => {
    const tools = ['--tools', 'get_knowledge,get_one_article'];
    const created = await workbench.cli('collection', 'create', 'Readers', '--enable', '--json', ...tools);
    const made = created.json as { id: string; url: string };
    expect(created.json).toMatchObject({ listing: { tools: 2 }, settings: { type: 'agent', enabled: true } });
    const { json } = await workbench.cli('key', 'create', '--json', '--name', 'A reader', '--collection', 'readers');
    const { key } = json as { key: string };
    expect(await listToolNames(made.url, key)).toEqual(['get_knowledge', 'get_one_article']);
    await expect(listToolNames(workbench.endpoint, key)).rejects.toThrow('403');

    const list = await workbench.cli('collection', 'list', '--json');
    expect(list.json).toMatchObject([{ id: made.id, settings: { name: 'Readers' } }]);
    const shown = await workbench.cli('collection', 'show', 'readers');
    expect(shown.stdout).toContain(`address  ${made.url}`);
    expect((await workbench.cli('collection', 'create', 'READERS')).stderr).toContain('choose another name');
    expect((await workbench.cli('collection', 'delete', 'Readers')).stdout).toContain('"Readers" is gone');
    const versions = await workbench.cli('collection', 'versions', made.id, '--json');
    expect(versions.json).toMatchObject([{ by: 'command-line' }, { settings: { name: 'Readers' } }]);
    expect((versions.json as { settings?: unknown }[])[0]?.settings).toBeUndefined();
    await expect(listToolNames(made.url, key)).rejects.toThrow('403');
  });

  it('an application with client credentials gets an access token', async () => {
    const { json } = await workbench.cli('application', 'create', 'Nightly', '--client-credentials', '--json');
    const { client_id, client_secret } = json as { client_id: string; client_secret: string };
    const form = { grant_type: 'client_credentials', client_id, client_secret, scope: 'read:tickets' };
    const response = await fetch(workbench.token, { method: 'POST', body: new URLSearchParams(form) });
    expect(await response.json()).toMatchObject({ token_type: 'Bearer', scope: 'read:tickets' });
  });

  it('doctor finds nothing wrong', async () => {
    const { code, json } = await workbench.cli('doctor', '--json');
    const { checks } = json as { checks: { name: string; level: string }[] };
    expect(checks.filter(({ level }) => level === 'problem')).toEqual([]);
    expect(code).toBe(0);
    expect(checks.map(({ name }) => name)).toEqual(expect.arrayContaining(['node', 'address', 'database', 'keys']));
  });

  it('a second serve on the same folder is refused with a sentence', async () => {
    const { code, json } = await workbench.cli('serve', '--port', '0', '--json');
    expect(code).toBe(6);
    expect(json).toMatchObject({ error: { code: 'owned_elsewhere' } });
  });

  it('the socket is open to this account alone', () => {
    const runtimeFolders = listRuntimeFolders(readSurroundings());
    const path = listSocketPaths({ folder: workbench.folder, runtimeFolders }).find(isThere);
    expect(statSync(path!).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path!)).mode & 0o777).toBe(0o700);
  });

  it('a port in use is refused with the option that changes it', async () => {
    const folder = `${workbench.folder}-beside`;
    await (await startWorkbench({ folder, args: ['--empty'] })).stop();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, json } = await runCli(['serve', '--port', String(port), '--data-dir', folder, '--json']);
    other.close();
    expect(code).toBe(7);
    expect(json).toMatchObject({
      error: { code: 'port_in_use', message: expect.stringContaining('--port') as string },
    });
  });
});

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
