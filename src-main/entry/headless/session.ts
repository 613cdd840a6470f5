import type { DataKeeper } from '../../access/secret-store/data-keeper.ts';
import { chooseDataFolder, listRuntimeFolders, readPassphrase, readSurroundings } from '../../config/places.ts';
import type { Log, Ports } from '../../ports.ts';
import type { Output } from './output.ts';

/** What every command is given beside its own options. */
export interface Session {
  readonly folder: string;
  readonly runtimeFolders: readonly string[];
  readonly output: Output;
  readonly log: Log;
  readonly ports: Ports;
  readonly keepers: readonly DataKeeper[];
}

export interface GlobalOptions {
  readonly dataDir?: string;
  readonly json?: boolean;
  readonly passphraseFile?: string;
}

export async function createSession(options: GlobalOptions, level: 'info' | 'warn'): Promise<Session> {
  const [{ createOutput }, { createLog }, { createSystemPorts }, { chooseKeepers }] = await Promise.all([
    import('./output.ts'),
    import('./log.ts'),
    import('../../ports.ts'),
    import('../choose-keepers.ts'),
  ]);
  const surroundings = readSurroundings();
  const log = createLog({ level });
  const ports = createSystemPorts(log);
  const folder = chooseDataFolder(options.dataDir, surroundings);
  const { passphraseFile } = options;
  return {
    folder,
    runtimeFolders: listRuntimeFolders(surroundings),
    output: createOutput(options.json === true),
    log,
    ports,
    keepers: chooseKeepers({ folder, passphraseFile, passphrase: readPassphrase(surroundings) }, ports),
  };
}
