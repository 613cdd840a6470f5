import type { Migration } from './migration.ts';

// The first holds everything that the activity log is filtered by, so that a filter which finds little reads none of
// the calls it passes over; their arguments and results may be long. The second is for figures over time.
const tables = `
CREATE INDEX trace_call_facts ON trace_call (id, tool, principal, application_id, client, error_code, change_set_id, at);
CREATE INDEX trace_call_time ON trace_call (at, microseconds, error_code);
`;

export const activityIndexes: Migration = {
  version: 4,
  name: 'activity-indexes',
  up: (db) => db.exec(tables),
};
