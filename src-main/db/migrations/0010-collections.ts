import type { Migration } from './migration.ts';

/**
 * Which endpoints an application may use (a JSON array of ids; null is all of them), and the one that a key is bound to.
 * Neither refers to a row: an endpoint that was deleted stays forbidden to whoever was allowed it alone.
 * Calls are filtered by the endpoint as well, so the index that holds what they are filtered by has it too.
 */
const statements = `
ALTER TABLE access_application ADD COLUMN endpoints TEXT CHECK (json_valid(endpoints));
ALTER TABLE access_key ADD COLUMN endpoint_id TEXT;
DROP INDEX trace_call_facts;
CREATE INDEX trace_call_facts ON trace_call
  (id, tool, principal, application_id, client, error_code, change_set_id, at, endpoint_id);
CREATE INDEX conf_version_object ON conf_version (kind, object_id, version);
`;

export const collections: Migration = {
  version: 10,
  name: 'collections',
  up: (db) => {
    db.exec(statements);
  },
};
