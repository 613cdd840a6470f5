import type { TicketTypeListRow } from '../../../src-shared/api/ticket-types.ts';

export const ticketTypeKindLabels: Readonly<Record<TicketTypeListRow['kind'], string>> = {
  incident: 'Incident',
  request: 'Request',
  change: 'Change',
  problem: 'Problem',
  other: 'Other',
};

/** Who may log tickets of a type. */
export function describeLoggers({
  agentsCanLog,
  usersCanLog,
}: Pick<TicketTypeListRow, 'agentsCanLog' | 'usersCanLog'>) {
  if (agentsCanLog && usersCanLog) return 'Agents and users';
  if (agentsCanLog) return 'Agents';
  return usersCanLog ? 'Users' : 'Nobody';
}
