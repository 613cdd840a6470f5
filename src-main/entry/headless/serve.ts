import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import { endpointUrl, tokenUrl } from '../../http/addresses.ts';
import { type OpenWorkbench, openWorkbench } from '../open-workbench.ts';
import type { Session } from './session.ts';
import { waitForStop } from './wait-for-stop.ts';

export interface ServeOptions {
  readonly port?: number | undefined;
  readonly enable: boolean;
  readonly newDesk: 'demo' | 'empty';
  readonly browser?: { readonly port: number };
}

/** Owns the data folder and serves it until the process is told to stop. */
export async function serve(session: Session, options: ServeOptions): Promise<void> {
  const stop = waitForStop(session.log);
  const { folder, runtimeFolders, keepers, ports } = session;
  const place = { folder, runtimeFolders, keepers };
  const workbench = await openWorkbench({ ...place, ...options, actor: 'command-line' }, ports);
  try {
    announce(session, workbench);
    workbench.core.warm();
    await stop.requested;
  } finally {
    await workbench.close();
    stop.done();
  }
}

function announce({ folder, output }: Session, { core, publicDoor, browserDoor, desk }: OpenWorkbench): void {
  const { url } = publicDoor;
  const endpoint = endpointUrl(url);
  const endpointEnabled = core.endpoints.get(defaultEndpointId).settings.enabled;
  const ui = browserDoor && { url: browserDoor.url, signIn: browserDoor.createLink().url };
  const facts = { url, endpoint, endpointEnabled, token: tokenUrl(url), dataDir: folder, pid: process.pid, desk, ui };
  output.print(facts, () => describeStart(endpoint, endpointEnabled, folder, ui?.signIn));
}

function describeStart(endpoint: string, enabled: boolean, folder: string, signIn: string | undefined): string {
  const snippet = {
    mcpServers: { halo: { type: 'http', url: endpoint, headers: { 'X-Halo-Api-Key': '<key>' } } },
  };
  return [
    'Halo MCP Workbench is running. Ctrl+C stops it.',
    '',
    ...(signIn === undefined ? [] : [`  Open           ${signIn}`]),
    `  MCP endpoint   ${endpoint}  ${enabled ? '(enabled)' : '(disabled)'}`,
    `  Data folder    ${folder}`,
    '',
    ...(signIn === undefined ? [] : ['The link signs one browser in, once, within ten minutes.', '']),
    'Next steps, in a second terminal:',
    ...(signIn === undefined ? [] : ['  npx halo-mcp-workbench link               makes another link']),
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
