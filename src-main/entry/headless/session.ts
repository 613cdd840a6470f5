import { chooseDataFolder, listRuntimeFolders, readSurroundings } from '../../config/places.ts';
import type { Log, Ports } from '../../ports.ts';
import type { Output } from './output.ts';

/** What every command is given beside its own options. */
export interface Session {
  readonly folder: string;
  readonly runtimeFolders: readonly string[];
  readonly output: Output;
  readonly log: Log;
  readonly ports: Ports;
}

export interface GlobalOptions {
  readonly dataDir?: string;
  readonly json?: boolean;
}

export async function createSession(options: GlobalOptions, level: 'info' | 'warn'): Promise<Session> {
  const [{ createOutput }, { createLog }, { createSystemPorts }] = await Promise.all([
    import('./output.ts'),
    import('./log.ts'),
    import('../../ports.ts'),
  ]);
  const surroundings = readSurroundings();
  const log = createLog({ level });
  return {
    folder: chooseDataFolder(options.dataDir, surroundings),
    runtimeFolders: listRuntimeFolders(surroundings),
    output: createOutput(options.json === true),
    log,
    ports: createSystemPorts(log),
  };
}
