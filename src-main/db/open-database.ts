import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import type { Ports } from '../ports.ts';
import { type ChangeSets, createChangeSets } from './change-sets.ts';
import { changeSetFunction } from './ledger-triggers.ts';
import { migrate } from './migrate.ts';
import { translateSqliteError } from './sqlite-errors.ts';
import { type Checkpoints, takeOverCheckpoints } from './take-over-checkpoints.ts';

export interface WorkbenchDatabase extends ChangeSets {
  /** The only connection that writes. Repositories prepare their statements on it. */
  readonly connection: Database;
  readonly file: string;
  /** Runs a load of many transactions, whose checkpoints are made on a thread. One at a time. */
  inLoad<T>(work: () => Promise<T>): Promise<T>;
  /** To be called between two transactions of a load: waits when the log has grown too long. */
  relief(): Promise<void> | undefined;
  /** To be called in a load before a transaction that waits for the disk: brings the log there on the load's thread. */
  flush(): Promise<void> | undefined;
  close(): void;
}

export interface OpenOptions {
  /** Upper bound of the file in pages of 4096 bytes; tests use it as a full disk. */
  readonly maxPageCount?: number | undefined;
}

/** Opens (or creates) and migrates `workbench.sqlite` in the folder, with every setting that keeps acknowledged writes. */
export function openDatabase(folder: string, ports: Ports, options: OpenOptions = {}): WorkbenchDatabase {
  const file = join(folder, 'workbench.sqlite');
  let connection: Database | undefined;
  try {
    connection = new Sqlite(file);
    const opened = connection;
    configure(opened);
    // Migrations may fill desk tables before the change sets exist; the real function replaces this one below.
    opened.function(changeSetFunction, () => null);
    migrate(opened, (version) => {
      opened.pragma('wal_checkpoint(TRUNCATE)');
      copyFileSync(file, join(folder, `workbench.schema-${version}.${ports.now()}.backup.sqlite`));
    });
    if (options.maxPageCount !== undefined) opened.pragma(`max_page_count = ${options.maxPageCount}`);
    const changeSets = createChangeSets(opened, ports);
    let checkpoints: Checkpoints | undefined;
    return {
      ...changeSets,
      connection: opened,
      file,
      async inLoad(work) {
        const taken = takeOverCheckpoints(opened, file);
        checkpoints = taken;
        try {
          return await work();
        } finally {
          checkpoints = undefined;
          await taken.end();
        }
      },
      relief: () => checkpoints?.relief(),
      flush: () => checkpoints?.flush(),
      close: () => opened.close(),
    };
  } catch (error) {
    connection?.close();
    throw translateSqliteError(error);
  }
}

function configure(connection: Database): void {
  connection.pragma('journal_mode = WAL');
  // The library's WAL default, NORMAL, may lose acknowledged commits on power loss.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('recursive_triggers = ON');
  connection.pragma('cache_size = -65536');
  // A ticket's row with its indexes is more than SQLite keeps of a statement's way back before it makes a file for it.
  connection.pragma('temp_store = MEMORY');
}

/** A connection that can only read, for reader threads. */
export function openReadOnly(file: string): Database {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true });
  connection.pragma('query_only = ON');
  connection.pragma('cache_size = -32768');
  return connection;
}
