import type { Migration } from './migration.ts';

/**
 * Through which endpoint a record was created. Added without rewriting any row: a desk may hold a million tickets. An
 * endpoint's row stays when it is deleted, so that the records it made still name it.
 */
const tables = `
CREATE TABLE conf_virtual_agent (
  -- The endpoint's.
  id TEXT PRIMARY KEY,
  -- As last known.
  name TEXT NOT NULL,
  use TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE desk_ticket ADD COLUMN virtual_agent_id TEXT REFERENCES conf_virtual_agent (id);
ALTER TABLE desk_action ADD COLUMN virtual_agent_id TEXT REFERENCES conf_virtual_agent (id);
ALTER TABLE desk_article ADD COLUMN virtual_agent_id TEXT REFERENCES conf_virtual_agent (id);
`;

/** Every endpoint that there has been, by the last settings that it had. */
const endpoints = `
INSERT INTO conf_virtual_agent (id, name, use)
SELECT object_id, coalesce(json_extract(body, '$.name'), 'Default endpoint'),
  CASE json_extract(body, '$.type')
    WHEN 'agent' THEN 'agent_collection' WHEN 'user' THEN 'user_collection' ELSE 'default_endpoint' END
FROM conf_version WHERE version IN (
  SELECT max(version) FROM conf_version WHERE kind = 'endpoint' AND body IS NOT NULL GROUP BY object_id);
`;

/** What calls created before this, as the log of calls and the change ledger say. */
const created = (['desk_ticket', 'desk_action', 'desk_article'] as const)
  .map(
    (table) => `
UPDATE ${table} SET virtual_agent_id = made.endpoint_id FROM (
  SELECT c.row_id, k.endpoint_id FROM trace_call k
  CROSS JOIN trace_change c ON c.change_set_id = k.change_set_id
  WHERE k.change_set_id IS NOT NULL AND c.table_name = '${table}' AND c.operation = 'insert'
) made WHERE ${table}.id = made.row_id AND made.endpoint_id IN (SELECT id FROM conf_virtual_agent);`,
  )
  .join('');

/**
 * Lists of what AI made are read from this alone, whatever else they are narrowed and sorted by; tickets that people made
 * are those that it does not have.
 */
const index = `
CREATE INDEX desk_ticket_made_by_ai ON desk_ticket (last_action_at, id, opened_at, closed_at, status_id, type_id,
  priority_id, team_id, agent_id, site_id, user_id, fix_by_at, held_since_at) WHERE virtual_agent_id IS NOT NULL;
`;

export const madeByAi: Migration = {
  version: 12,
  name: 'made-by-ai',
  up: (db) => {
    for (const statements of [tables, endpoints, created, index]) db.exec(statements);
  },
};
