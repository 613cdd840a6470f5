import type { WorkbenchDatabase } from '../../db/open-database.ts';
import { clearDesk, loadDeskRows, renumberDeskRows } from '../../db/repositories/desk-load.ts';
import { createNewDeskRows, type NewDesk, newDeskLabels } from './prepare-new-desk.ts';

/**
 * Replaces everything on the desk in one transaction: whatever ends the process in between, the desk is the old one or
 * the new one. New rows get ids that none had before. Configuration, access and traces stay.
 */
export function resetDesk(
  database: WorkbenchDatabase,
  { to, actor, now }: { to: NewDesk; actor: string; now: number },
): { changeSetId: number; tickets: number } {
  const { connection } = database;
  const rows = renumberDeskRows(connection, createNewDeskRows(to, now));
  return database.inChangeSet({ kind: 'reset', actor, label: newDeskLabels[to], ledger: 'summary' }, (changeSetId) => {
    clearDesk(connection);
    loadDeskRows(connection, rows);
    return { changeSetId, tickets: rows.desk_ticket.length };
  });
}
