import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { compose, type Core } from '../../compose.ts';
import { createInspection } from '../../db/inspect-database.ts';
import { endpointUrl, tokenUrl } from '../../http/addresses.ts';
import { openPublicDoor, type PublicDoor } from '../../http/public-door.ts';
import { openSocketDoor, type SocketDoor } from '../../http/socket-door.ts';
import { prepareSocketPath } from '../../http/socket-path.ts';
import { findOwner, retryWhileOwned } from './owner.ts';
import type { Session } from './session.ts';
import { waitForStop } from './wait-for-stop.ts';

export interface ServeOptions {
  readonly port: number;
  readonly enable: boolean;
  readonly newDesk: 'demo' | 'empty';
}

/** Owns the data folder and serves it until the process is told to stop. */
export async function serve(session: Session, options: ServeOptions): Promise<void> {
  const stop = waitForStop(session.log);
  const desk = existsSync(join(session.folder, 'workbench.sqlite')) ? 'existing' : options.newDesk;
  const core = await takeOwnership(session, options.newDesk);
  let publicDoor: PublicDoor | undefined;
  let socketDoor: SocketDoor | undefined;
  try {
    publicDoor = await openPublicDoor(core, options.port);
    socketDoor = await openSocket(session, core, publicDoor);
    // Not before everything else is known to work: a start that failed must not have changed the configuration.
    if (options.enable) enableEndpoint(core);
    announce(session, core, publicDoor, desk);
    core.warm();
    await stop.requested;
  } finally {
    await Promise.all([publicDoor?.close(), socketDoor?.close()]);
    await core.close();
    stop.done();
  }
}

/** Refused at once when a serving owner answers; one that is only carrying out a command is waited for. */
async function takeOwnership(session: Session, newDesk: 'demo' | 'empty'): Promise<Core> {
  return retryWhileOwned(session, async () => {
    try {
      return compose({ folder: session.folder, newDesk }, session.ports);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'owned_elsewhere') throw error;
      if ((await findOwner(session)) === undefined) throw error;
      throw new AppError(
        'owned_elsewhere',
        `A workbench is already serving the data folder ${session.folder}. Use that one ("doctor" tells its address), ` +
          'stop it, or choose another folder with --data-dir.',
        { cause: error, details: { answers: true } },
      );
    }
  });
}

async function openSocket(session: Session, core: Core, publicDoor: PublicDoor): Promise<SocketDoor> {
  const inspection = createInspection(core.database.connection);
  const path = prepareSocketPath(session);
  return openSocketDoor(path, { core, inspection, serving: () => publicDoor, actor: 'command-line' });
}

function enableEndpoint({ endpoints }: Core): void {
  if (!endpoints.get(defaultEndpointId).settings.enabled) {
    endpoints.save(defaultEndpointId, { enabled: true }, 'command-line');
  }
}

function announce({ folder, output }: Session, core: Core, { url }: PublicDoor, desk: string): void {
  const endpoint = endpointUrl(url);
  const endpointEnabled = core.endpoints.get(defaultEndpointId).settings.enabled;
  const facts = { url, endpoint, endpointEnabled, token: tokenUrl(url), dataDir: folder, pid: process.pid, desk };
  output.print(facts, () => describeStart(endpoint, endpointEnabled, folder));
}

function describeStart(endpoint: string, enabled: boolean, folder: string): string {
  const snippet = {
    mcpServers: { halo: { type: 'http', url: endpoint, headers: { 'X-Halo-Api-Key': '<key>' } } },
  };
  return [
    'Halo MCP Workbench is running. Ctrl+C stops it.',
    '',
    `  MCP endpoint   ${endpoint}  ${enabled ? '(enabled)' : '(disabled)'}`,
    `  Data folder    ${folder}`,
    '',
    'Next steps, in a second terminal:',
    ...(enabled ? [] : ['  npx halo-mcp-workbench endpoint enable    lets clients in']),
    '  npx halo-mcp-workbench key create         makes a key, and shows it once',
    '  npx halo-mcp-workbench doctor             checks that all is well',
    '',
    'What an MCP client with a JSON configuration usually takes:',
    ...JSON.stringify(snippet, undefined, 2)
      .split('\n')
      .map((line) => `  ${line}`),
  ].join('\n');
}
