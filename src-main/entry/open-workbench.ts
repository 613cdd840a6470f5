import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { DataKeeper } from '../access/secret-store/data-keeper.ts';
import { compose, type Core } from '../compose.ts';
import { createInspection } from '../db/inspect-database.ts';
import { uiFolder } from '../config/program.ts';
import { type BrowserDoor, openBrowserDoor } from '../http/browser-door.ts';
import { openPublicDoor, type PublicDoor } from '../http/public-door.ts';
import type { RouteContext, SignInLink } from '../http/route-context.ts';
import { openSocketDoor } from '../http/socket-door.ts';
import { prepareSocketPath } from '../http/socket-path.ts';
import type { Ports } from '../ports.ts';
import { findOwner, type OwnedPlace, retryWhileOwned } from './owner.ts';

export interface OpenOptions extends OwnedPlace {
  /** Of the public door; 0 is any that is free. Without it the one in the settings. */
  readonly port?: number | undefined;
  /** What a new data folder starts with. */
  readonly newDesk: 'demo' | 'empty';
  /** What keeps the key of stored secrets, best first. */
  readonly keepers: readonly DataKeeper[];
  /** Whether to turn the MCP endpoint on. */
  readonly enable: boolean;
  /** The door for a browser; without it there is none. */
  readonly browser?: { readonly port: number };
  /** Who turned it on, as written beside the configuration's version. */
  readonly actor: string;
}

export interface OpenWorkbench {
  readonly core: Core;
  readonly publicDoor: PublicDoor;
  readonly browserDoor?: BrowserDoor;
  /** What was found in the data folder, or made there. */
  readonly desk: 'existing' | 'demo' | 'empty';
  /** What the admin door needs, on behalf of the actor. */
  context(actor: string): RouteContext;
  close(): Promise<void>;
}

/** Owns the data folder and opens its doors: what every way to serve has in common. */
export async function openWorkbench(options: OpenOptions, ports: Ports): Promise<OpenWorkbench> {
  const desk = existsSync(join(options.folder, 'workbench.sqlite')) ? 'existing' : options.newDesk;
  const core = await takeOwnership(options, ports);
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    // Pages that listen would otherwise keep the doors from closing.
    core.events.close();
    await Promise.all(closers.map((closeDoor) => closeDoor()));
    await core.close();
  };
  try {
    const publicDoor = await openPublicDoor(core, options.port ?? core.settings.get().publicPort);
    closers.push(publicDoor.close);
    const inspection = createInspection(core.database.connection);
    const context = (actor: string): RouteContext => ({ core, inspection, serving: () => publicDoor, actor });
    const browserDoor =
      options.browser && (await openBrowserDoor(context('browser'), { ui: uiFolder, ...options.browser }));
    if (browserDoor !== undefined) closers.push(browserDoor.close);
    const createSignInLink = (): SignInLink => {
      if (browserDoor !== undefined) return browserDoor.createLink();
      throw new AppError(
        'conflict',
        'The workbench that runs has no pages for a browser: it is the desktop app, or was started with --no-ui.',
      );
    };
    const socketDoor = await openSocketDoor(prepareSocketPath(options), {
      ...context('command-line'),
      createSignInLink,
      mayOpenFiles: true,
    });
    closers.push(socketDoor.close);
    // Not before everything else is known to work: a start that failed must not have changed the configuration.
    if (options.enable) enableEndpoint(core, options.actor);
    return { core, publicDoor, ...(browserDoor && { browserDoor }), desk, context, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Refused at once when a serving owner answers; one that is only carrying out a command is waited for. */
async function takeOwnership(options: OpenOptions, ports: Ports): Promise<Core> {
  const { folder, newDesk, keepers } = options;
  return retryWhileOwned(options, ports, async () => {
    try {
      return compose({ folder, newDesk, keepers }, ports);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'owned_elsewhere') throw error;
      if ((await findOwner(options)) === undefined) throw error;
      throw new AppError(
        'owned_elsewhere',
        `A workbench is already serving the data folder ${folder}. Use that one ("doctor" tells its address), ` +
          'stop it, or choose another folder with --data-dir.',
        { cause: error, details: { answers: true } },
      );
    }
  });
}

function enableEndpoint({ endpoints }: Core, actor: string): void {
  if (!endpoints.get(defaultEndpointId).settings.enabled) {
    endpoints.save(defaultEndpointId, { enabled: true }, actor);
  }
}
