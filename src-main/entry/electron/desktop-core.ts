import { app } from 'electron';
import { readPassphrase, type Surroundings } from '../../config/places.ts';
import { endpointUrl } from '../../http/addresses.ts';
import { createAdminApp } from '../../http/admin-app.ts';
import { createLocalClient } from '../../http/admin-client.ts';
import type { Ports } from '../../ports.ts';
import { chooseKeepers } from '../choose-keepers.ts';
import { type OpenOptions, openWorkbench } from '../open-workbench.ts';
import { createKeychainKeeper } from './keychain.ts';
import type { Answer } from './serve-pages.ts';
import { showTray } from './tray.ts';

export interface DesktopCore {
  /** The MCP endpoint's address. */
  readonly endpoint: string;
  /** The typed API, which the window alone gets to. */
  readonly answer: Answer;
  showTray(openWindow: () => void): void;
  close(): Promise<void>;
}

/** Opens the workbench, with the window as its admin door. */
export async function openDesktopCore(
  options: Omit<OpenOptions, 'actor' | 'keepers'>,
  surroundings: Surroundings,
  ports: Ports,
): Promise<DesktopCore> {
  const { log } = ports;
  const keychain = createKeychainKeeper(log);
  const keepers = chooseKeepers({ ...options, keychain, passphrase: readPassphrase(surroundings) }, ports);
  const workbench = await openWorkbench({ ...options, keepers, actor: 'desktop' }, ports);
  workbench.core.warm();
  const context = workbench.context('desktop');
  const ended = new AbortController();
  return {
    endpoint: endpointUrl(workbench.publicDoor.url),
    answer: createAdminApp(context),
    showTray: (openWindow) => {
      const client = createLocalClient(context);
      showTray({ client, log, openWindow, quit: () => app.quit() }, ended.signal).catch((error: unknown) => {
        if (!ended.signal.aborted) log.warn('There is no tray icon.', { error });
      });
    },
    close: async () => {
      ended.abort();
      await workbench.close();
    },
  };
}
