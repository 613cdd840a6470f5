import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { listToolNames } from '../support/list-tool-names.ts';
import { makeFolder, runCli, startWorkbench } from '../support/start-workbench.ts';

describe('without a workbench that runs', () => {
  const folders: string[] = [];
  const newFolder = (): string => {
    const folder = makeFolder();
    folders.push(folder);
    return folder;
  };
  /** A folder that an empty desk was made in: the demo desk takes seconds. */
  const newEmptyDesk = async (): Promise<string> => {
    const folder = newFolder();
    await (await startWorkbench({ folder, args: ['--empty'] })).stop();
    return folder;
  };
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(dirname(folder), { recursive: true, force: true });
  });

  it('what a command changes is there when the workbench is served', async () => {
    const folder = await newEmptyDesk();
    const created = await runCli(['key', 'create', '--data-dir', folder, '--json']);
    await runCli(['--data-dir', folder, 'endpoint', 'enable']);
    const workbench = await startWorkbench({ folder, args: [] });
    const { key } = created.json as { key: string };
    expect(workbench).toMatchObject({ desk: 'existing', endpointEnabled: true });
    expect(await listToolNames(workbench.endpoint, key)).not.toHaveLength(0);
    await workbench.stop();
  });

  it('the first command makes the demo desk', async () => {
    const { code, json } = await runCli([
      'call',
      'search_tickets',
      '{"search":"printer"}',
      '--data-dir',
      newFolder(),
      '--json',
    ]);
    expect(code).toBe(0);
    expect(json).toHaveProperty('tickets.0.id');
  }, 60_000);

  it('two commands at the same moment both succeed', async () => {
    const folder = await newEmptyDesk();
    const commands = ['First', 'Second'].map((name) => runCli(['key', 'create', '--name', name, '--data-dir', folder]));
    expect((await Promise.all(commands)).map(({ code }) => code)).toEqual([0, 0]);
    const { json } = await runCli(['key', 'list', '--data-dir', folder, '--json']);
    expect(json).toHaveLength(2);
  });

  it('what was acknowledged survives a kill, and the folder opens again at once', async () => {
    const folder = newFolder();
    const first = await startWorkbench({ folder, args: ['--enable', '--empty'] });
    const key = await first.createKey();
    first.process.kill('SIGKILL');
    await first.exited;
    const second = await startWorkbench({ folder, args: [] });
    expect(second.desk).toBe('existing');
    expect(await listToolNames(second.endpoint, key)).not.toHaveLength(0);
    await second.cli('key', 'list');
    expect(await second.stop()).toBe(0);
  });

  it('serve --empty starts a desk without tickets', async () => {
    const workbench = await startWorkbench({ folder: newFolder(), args: ['--empty'] });
    expect(workbench).toMatchObject({ desk: 'empty', endpointEnabled: false });
    const { json } = await workbench.cli('call', 'search_tickets', '{"search":"printer"}', '--json');
    expect(json).toMatchObject({ tickets: [] });
    await workbench.stop();
  });

  it('an event stream that is open does not keep the workbench from stopping', async () => {
    const workbench = await startWorkbench({ folder: newFolder(), args: ['--enable', '--empty'] });
    const key = await workbench.createKey();
    const send = (method: 'GET' | 'POST', headers: Record<string, string>, body: string | null): Promise<Response> =>
      fetch(workbench.endpoint, {
        method,
        headers: { 'x-halo-api-key': key, accept: 'application/json, text/event-stream', ...headers },
        body,
      });
    const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
    const message = { jsonrpc: '2.0', id: 1, method: 'initialize', params };
    const opened = await send('POST', { 'content-type': 'application/json' }, JSON.stringify(message));
    await opened.text();
    const session = { 'mcp-session-id': opened.headers.get('mcp-session-id')!, 'mcp-protocol-version': '2025-11-25' };
    const stream = await send('GET', session, null);
    expect(stream.status).toBe(200);
    const ended = stream.text().catch(() => 'broken off');
    expect(await workbench.stop()).toBe(0);
    await ended;
  });

  // A file where a folder is needed: unlike a mode, it stops the administrator's account as well.
  it('a data folder that cannot be made is refused with a sentence', async () => {
    const folder = newFolder();
    writeFileSync(folder, '');
    const below = join(folder, 'data');
    const served = await runCli(['serve', '--port', '0', '--data-dir', below, '--json']);
    expect(served.code).toBe(8);
    expect(served.json).toMatchObject({ error: { code: 'folder_not_writable' } });
    const examined = await runCli(['doctor', '--port', '0', '--data-dir', below, '--json']);
    expect(examined.code).toBe(1);
    expect(examined.json).toMatchObject({ ok: false });
  });

  it('a file that is no database is refused and left alone', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'workbench.sqlite'),
      'This is not a database, but somebody may want it back.'.repeat(50),
    );
    const { code, json } = await runCli(['key', 'list', '--data-dir', folder, '--json']);
    expect(code).toBe(9);
    expect(json).toMatchObject({ error: { code: 'damaged_database' } });
  });

  it('doctor makes no desk in a folder that has none', async () => {
    const folder = newFolder();
    const { code } = await runCli(['doctor', '--port', '0', '--data-dir', folder, '--json']);
    expect(code).toBe(0);
    const { json } = await runCli(['doctor', '--port', '0', '--data-dir', folder, '--json']);
    expect(JSON.stringify(json)).toContain('no desk');
  });

  it('a command line that cannot be understood ends with 2 and names what is wrong', async () => {
    const inJson = await runCli(['serve', '--port', 'many', '--json']);
    expect(inJson.code).toBe(2);
    expect(inJson.json).toMatchObject({ error: { code: 'usage' } });
    const inWords = await runCli(['tool', 'remove', 'log_time']);
    expect({ code: inWords.code, stdout: inWords.stdout }).toEqual({ code: 2, stdout: '' });
    expect(inWords.stderr).toContain('remove');
  });
});
