import type { Database } from 'better-sqlite3';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { createLedgerTriggers } from './ledger-triggers.ts';
import { migrations } from './migrations/index.ts';

export const schemaVersion = migrations.length;

/**
 * Brings the file to this program's schema in one transaction, calling `backUp` first when it already holds data.
 * A file that a newer program wrote is refused untouched.
 */
export function migrate(connection: Database, backUp: (fromVersion: number) => void): void {
  const current = Number(connection.pragma('user_version', { simple: true }));
  if (current > schemaVersion) {
    throw new AppError(
      'newer_database',
      `This data folder was last used by a newer version of the workbench (schema ${current}, this one knows ${schemaVersion}). ` +
        'Install that version, or choose another folder with --data-dir.',
      { details: { found: current, known: schemaVersion } },
    );
  }
  if (current === schemaVersion) return;
  if (current > 0) backUp(current);
  connection
    .transaction(() => {
      for (const migration of migrations.slice(current)) migration.up(connection);
      createLedgerTriggers(connection);
      connection.pragma(`user_version = ${schemaVersion}`);
    })
    .immediate();
}
