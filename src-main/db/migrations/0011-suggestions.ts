import type { Migration } from './migration.ts';

/** When similar tickets suggest something for a ticket, and what they suggested. */
const tables = `
CREATE TABLE desk_suggestion_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  sequence INTEGER NOT NULL,
  proposes TEXT NOT NULL CHECK (proposes IN ('type', 'category', 'priority', 'team', 'agent', 'resolution')),
  minimum_score REAL NOT NULL CHECK (minimum_score BETWEEN 0 AND 1),
  minimum_matches INTEGER NOT NULL CHECK (minimum_matches > 0),
  minimum_percent INTEGER CHECK (minimum_percent BETWEEN 1 AND 100),
  closed_only INTEGER NOT NULL CHECK (closed_only IN (0, 1)),
  last_days INTEGER CHECK (last_days > 0),
  auto_apply INTEGER NOT NULL DEFAULT 0 CHECK (auto_apply IN (0, 1)),
  inactive INTEGER NOT NULL DEFAULT 0 CHECK (inactive IN (0, 1))
) STRICT;

-- A rule without any is for all types.
CREATE TABLE desk_suggestion_rule_type (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rule_id INTEGER NOT NULL REFERENCES desk_suggestion_rule (id),
  type_id INTEGER NOT NULL REFERENCES desk_ticket_type (id),
  UNIQUE (rule_id, type_id)
) STRICT;

CREATE TABLE desk_suggestion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL REFERENCES desk_ticket (id),
  -- Empty when the rule is gone.
  rule_id INTEGER REFERENCES desk_suggestion_rule (id),
  proposes TEXT NOT NULL CHECK (proposes IN ('type', 'category', 'priority', 'team', 'agent', 'resolution')),
  value_id INTEGER,
  value_text TEXT,
  score REAL NOT NULL,
  agreed INTEGER NOT NULL,
  considered INTEGER NOT NULL,
  -- The tickets that agree, and all that were counted; the most similar first.
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),
  counted TEXT NOT NULL CHECK (json_valid(counted)),
  state TEXT NOT NULL CHECK (state IN ('open', 'applied', 'dismissed', 'expired')),
  made_at INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by TEXT,
  CHECK ((value_text IS NULL) = (proposes <> 'resolution') AND (value_id IS NULL) = (proposes = 'resolution')),
  CHECK ((decided_at IS NULL) = (state = 'open'))
) STRICT;
CREATE INDEX desk_suggestion_ticket ON desk_suggestion (ticket_id, state);
CREATE INDEX desk_suggestion_of_rule ON desk_suggestion (rule_id);
`;

/** For a desk that was there before; a new one brings its own. */
const rules = `
INSERT INTO desk_suggestion_rule (name, sequence, proposes, minimum_score, minimum_matches, minimum_percent, closed_only)
SELECT name, sequence, proposes, score, matches, percent, 1 FROM (
  SELECT 'Category of similar tickets' AS name, 1 AS sequence, 'category' AS proposes, 0.3 AS score, 3 AS matches, 60 AS percent
  UNION ALL SELECT 'Priority of similar tickets', 2, 'priority', 0.4, 3, 75
  UNION ALL SELECT 'Team of similar tickets', 3, 'team', 0.3, 3, 60
  UNION ALL SELECT 'Agent who solved similar tickets', 4, 'agent', 0.3, 3, 60
  UNION ALL SELECT 'Resolution of similar tickets', 5, 'resolution', 0.5, 1, NULL
) WHERE EXISTS (SELECT 1 FROM desk_status) ORDER BY sequence;
`;

export const suggestions: Migration = {
  version: 11,
  name: 'suggestions',
  up: (db) => {
    db.exec(tables);
    db.exec(rules);
  },
};
