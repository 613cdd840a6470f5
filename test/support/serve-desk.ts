import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CoreConfig } from '../../src-main/compose.ts';
import { openDatabase } from '../../src-main/db/open-database.ts';
import { loadDeskRows } from '../../src-main/db/repositories/desk-load.ts';
import type { DeskRows } from '../../src-main/domain/demo/desk-rows.ts';
import { createSystemPorts, type Ports } from '../../src-main/ports.ts';
import { quietLog } from './quiet-log.ts';
import { serveCore, type ServedCore } from './serve-core.ts';

export interface ServedDesk extends ServedCore {
  readonly folder: string;
  /** A static key of an application that acts as itself. */
  createServiceKey(scopes?: readonly string[]): string;
}

/** A core over a folder that holds exactly these rows, behind the real public door. */
export async function serveDesk(
  rows: DeskRows,
  config: Partial<CoreConfig> = {},
  ports: Ports = createSystemPorts(quietLog),
): Promise<ServedDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
  fillFolder(folder, rows);
  const served = await serveCore({ ...config, folder }, ports);
  let services = 0;
  return Object.create(served, {
    folder: { value: folder },
    createServiceKey: {
      value: (scopes: readonly string[] = ['all']): string => {
        const { applications, keys } = served.core.access;
        const actsAs = { kind: 'service' } as const;
        services += 1;
        const name = `Service ${services}`;
        const { application } = applications.create({ name, method: 'static_key', actsAs, scopes });
        return keys.create(application.id).plaintext;
      },
    },
    close: {
      value: async (): Promise<void> => {
        await served.close();
        rmSync(folder, { recursive: true, force: true });
      },
    },
  }) as ServedDesk;
}

/** Writes the rows into a new database in the folder. */
export function fillFolder(folder: string, rows: DeskRows): void {
  const database = openDatabase(folder, createSystemPorts(quietLog));
  try {
    const load = { kind: 'reset', actor: 'test', label: 'rows', ledger: 'summary' } as const;
    database.inChangeSet(load, () => loadDeskRows(database.connection, rows));
  } finally {
    database.close();
  }
}
