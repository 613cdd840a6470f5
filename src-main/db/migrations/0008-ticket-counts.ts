import type { Migration } from './migration.ts';

/**
 * Counting open tickets by several facets at once reads the open ones alone, which are few on most desks, and no ticket:
 * of a million with a tenth open 15 ms instead of 120. `desk_ticket_by_last_action_at` does what the other index did.
 */
const indexes = `
CREATE INDEX desk_ticket_by_status ON desk_ticket
  (status_id, type_id, priority_id, team_id, agent_id, site_id, fix_by_at, held_since_at, source);
DROP INDEX find_ticket_recent;
`;

export const ticketCounts: Migration = {
  version: 8,
  name: 'ticket-counts',
  up: (db) => {
    db.exec(indexes);
  },
};
