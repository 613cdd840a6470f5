import type { Migration } from './migration.ts';

/**
 * What the lists of tickets filter by. An index that holds it beside the column that a list is sorted by answers which
 * tickets are on a page without reading any ticket, however deep the page and whatever the filters.
 */
const filtered =
  'status_id, type_id, priority_id, team_id, agent_id, site_id, user_id, fix_by_at, held_since_at, source';

const indexes = `
CREATE INDEX desk_ticket_by_id ON desk_ticket (id, ${filtered});
CREATE INDEX desk_ticket_by_opened_at ON desk_ticket (opened_at, id, ${filtered});
CREATE INDEX desk_ticket_by_fix_by_at ON desk_ticket (fix_by_at, id, ${filtered});
CREATE INDEX desk_ticket_by_closed_at ON desk_ticket (closed_at, id, ${filtered});
CREATE INDEX desk_ticket_by_last_action_at ON desk_ticket (last_action_at, id, ${filtered});
CREATE INDEX desk_ticket_type_recent ON desk_ticket (type_id, last_action_at);
CREATE INDEX desk_ticket_priority_recent ON desk_ticket (priority_id, last_action_at);
-- How many open tickets somebody or something has, without reading them.
CREATE INDEX desk_ticket_agent_status ON desk_ticket (agent_id, status_id);
CREATE INDEX desk_ticket_team_status ON desk_ticket (team_id, status_id);
CREATE INDEX desk_ticket_site_status ON desk_ticket (site_id, status_id);
CREATE INDEX desk_ticket_user_status ON desk_ticket (user_id, status_id);
CREATE INDEX desk_time_entry_start ON desk_time_entry (started_at);
-- Rows that are gone no longer say which record they belonged to; there are few.
CREATE INDEX trace_change_deleted ON trace_change (table_name, id) WHERE operation = 'delete';
-- A desk that was loaded or reset as a whole has one entry for all its rows.
CREATE INDEX trace_change_bulk ON trace_change (id) WHERE operation = 'bulk';
`;

export const deskLists: Migration = {
  version: 5,
  name: 'desk-lists',
  up: (db) => db.exec(indexes),
};
