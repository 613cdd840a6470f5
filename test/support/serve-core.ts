import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, type Core, type CoreConfig } from '../../src-main/compose.ts';
import { openPublicDoor } from '../../src-main/http/public-door.ts';
import { createSystemPorts, type Ports } from '../../src-main/ports.ts';
import { defaultEndpointId, type EndpointSettings } from '../../src-shared/domain/endpoint-settings.ts';
import { quietLog } from './quiet-log.ts';

export interface ServedCore {
  readonly core: Core;
  readonly url: string;
  readonly endpoint: string;
  /** A static key that acts as the agent or user with this address; as the administrator without one. */
  createKey(options?: { as?: string; scopes?: readonly string[] }): string;
  configure(change: Partial<EndpointSettings>): void;
  readonly openSessions: number;
  close(): Promise<void>;
}

/** The composition root behind the real public door in this process, over a folder of its own, the endpoint enabled. */
export async function serveCore(
  config: Partial<CoreConfig> = {},
  ports: Ports = createSystemPorts(quietLog),
): Promise<ServedCore> {
  const folder = config.folder ?? mkdtempSync(join(tmpdir(), 'workbench-'));
  const core = compose({ newDesk: 'empty', readerThreads: 1, ...config, folder }, ports);
  const configure = (change: Partial<EndpointSettings>): void => {
    core.endpoints.save(defaultEndpointId, change, 'test');
  };
  configure({ enabled: true });
  const door = await openPublicDoor(core, 0);
  let applications = core.access.applications.list().length;
  return {
    core,
    url: door.url,
    endpoint: `${door.url}/api/mcp`,
    configure,
    get openSessions() {
      return door.openSessions;
    },
    createKey({ as, scopes = ['all'] } = {}) {
      const person = core.access.principalByEmail(as);
      const actsAs =
        person.kind === 'agent'
          ? ({ kind: 'agent', agentId: person.agentId } as const)
          : ({ kind: 'user', userId: person.userId } as const);
      applications += 1;
      const name = `Test ${applications}`;
      const { application } = core.access.applications.create({ name, method: 'static_key', actsAs, scopes });
      return core.access.keys.create(application.id).plaintext;
    },
    async close() {
      await door.close();
      await core.close();
      if (config.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
