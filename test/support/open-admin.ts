import type { CoreConfig } from '../../src-main/compose.ts';
import { createInspection } from '../../src-main/db/inspect-database.ts';
import { createAdminApp, type Fetch } from '../../src-main/http/admin-app.ts';
import { type AdminClient, createRemoteClient } from '../../src-main/http/admin-client.ts';
import type { Ports } from '../../src-main/ports.ts';
import { serveCore, type ServedCore } from './serve-core.ts';

export interface OpenAdmin {
  readonly served: ServedCore;
  /** The typed API, through the admin door's own fetch. */
  readonly client: AdminClient;
  readonly fetch: Fetch;
  close(): Promise<void>;
}

/** A core behind both of its doors in this process: by default over a new demo desk, its endpoint enabled. */
export async function openAdmin(
  config: Partial<CoreConfig> = { newDesk: 'demo' },
  { ports, actor = 'workbench' }: { ports?: Ports; actor?: string } = {},
): Promise<OpenAdmin> {
  const served = await serveCore(config, ...(ports === undefined ? [] : [ports]));
  const { core } = served;
  const inspection = createInspection(core.database.connection);
  const serving = () => ({
    url: served.url,
    port: Number(new URL(served.url).port),
    openSessions: served.openSessions,
  });
  const fetch = createAdminApp({ core, inspection, serving, actor });
  return { served, client: createRemoteClient(fetch), fetch, close: served.close };
}
