import type { StatusListRow } from '../../../src-shared/api/statuses.ts';

/** What the SLA clock of a ticket does in a status. */
export function describeClock({ kind, holdsSla }: Pick<StatusListRow, 'kind' | 'holdsSla'>): string {
  if (kind === 'closed') return 'Stopped';
  return holdsSla ? 'On hold' : 'Running';
}
