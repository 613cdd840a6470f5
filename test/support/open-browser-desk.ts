import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../../src-main/compose.ts';
import { createInspection } from '../../src-main/db/inspect-database.ts';
import { type AdminClient, createRemoteClient } from '../../src-main/http/admin-client.ts';
import { type BrowserDoor, openBrowserDoor } from '../../src-main/http/browser-door.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { quietLog } from './quiet-log.ts';

export interface BrowserDesk {
  readonly door: BrowserDoor;
  /** Moves the clock on, in milliseconds. */
  pass(milliseconds: number): void;
  /** What the page does with a one-time token. */
  signIn(token?: string): Promise<Response>;
  /** A session as the page keeps it. */
  openSession(): Promise<string>;
  /** The typed API as the page calls it. */
  client(session: string): AdminClient;
  token(): string;
  /** Closes everything and opens it again over the same folder and port. */
  restart(): Promise<void>;
  readonly folder: string;
  close(): Promise<void>;
}

/** An empty desk behind the real browser door, with pages of one line and a clock that stands still. */
export async function openBrowserDesk(): Promise<BrowserDesk> {
  const parent = mkdtempSync(join(tmpdir(), 'browser-door-'));
  const [folder, ui] = [join(parent, 'data'), join(parent, 'renderer')];
  mkdirSync(ui);
  writeFileSync(join(ui, 'index.html'), '<p>The page</p>');
  let now = Date.now();
  const ports = { ...createSystemPorts(quietLog), now: () => now };
  const open = async (port: number) => {
    const core = compose({ folder, newDesk: 'empty', readerThreads: 1 }, ports);
    const inspection = createInspection(core.database.connection);
    const context = { core, inspection, serving: () => undefined, actor: 'browser' };
    return { core, door: await openBrowserDoor(context, { port, ui }) };
  };
  let opened = await open(0);
  const { url } = opened.door;
  const close = async (): Promise<void> => {
    await opened.door.close();
    await opened.core.close();
  };
  const token = (): string => new URL(opened.door.createLink().url).hash.replace('#token=', '');
  const signIn = (given = token()): Promise<Response> =>
    fetch(`${url}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: given }),
    });

  return {
    folder,
    get door() {
      return opened.door;
    },
    pass: (milliseconds) => void (now += milliseconds),
    token,
    signIn,
    openSession: async () => ((await (await signIn()).json()) as { session: string }).session,
    client: (session) =>
      createRemoteClient(async (request) => {
        const { pathname, search } = new URL(request.url);
        const headers = { ...Object.fromEntries(request.headers), 'x-workbench-session': session };
        const body = request.method === 'GET' ? null : await request.text();
        return fetch(url + pathname + search, { method: request.method, headers, body, signal: request.signal });
      }),
    async restart() {
      await close();
      opened = await open(Number(new URL(url).port));
      // Lets go of connections that fetch keeps for later and that were closed just now.
      await fetch(url).catch(() => undefined);
    },
    async close() {
      await close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
