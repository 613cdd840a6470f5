import type { Migration } from './migration.ts';

/**
 * What can be done to tickets, and the steps that it takes them through. Types of a desk that was there before have no
 * workflow, and go on without one.
 */
const tables = `
CREATE TABLE desk_workflow (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

CREATE TABLE desk_workflow_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workflow_id INTEGER NOT NULL REFERENCES desk_workflow (id),
  name TEXT NOT NULL COLLATE NOCASE,
  is_start INTEGER NOT NULL DEFAULT 0 CHECK (is_start IN (0, 1)),
  -- Tickets on it are closed, all others open.
  is_end INTEGER NOT NULL DEFAULT 0 CHECK (is_end IN (0, 1)),
  -- Where a reopened ticket goes on; the start where no step is marked.
  is_reopening INTEGER NOT NULL DEFAULT 0 CHECK (is_reopening IN (0, 1)),
  sequence INTEGER NOT NULL,
  UNIQUE (workflow_id, name),
  CHECK (is_start + is_end < 2 AND is_reopening + is_end < 2)
) STRICT;
CREATE UNIQUE INDEX desk_workflow_step_start ON desk_workflow_step (workflow_id) WHERE is_start = 1;
CREATE UNIQUE INDEX desk_workflow_step_reopening ON desk_workflow_step (workflow_id) WHERE is_reopening = 1;

CREATE TABLE desk_outcome (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- What a ticket's history calls it, and what its button says.
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  label TEXT NOT NULL,
  -- Runs at once with its defaults, without asking for anything.
  quick INTEGER NOT NULL DEFAULT 0 CHECK (quick IN (0, 1)),
  for_agents INTEGER NOT NULL DEFAULT 1 CHECK (for_agents IN (0, 1)),
  for_users INTEGER NOT NULL DEFAULT 0 CHECK (for_users IN (0, 1)),
  -- Offered on every step and without a workflow; otherwise on the steps that name it.
  always INTEGER NOT NULL DEFAULT 0 CHECK (always IN (0, 1)),
  private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
  note TEXT NOT NULL DEFAULT '',
  note_required INTEGER NOT NULL DEFAULT 0 CHECK (note_required IN (0, 1)),
  -- What it sets; nothing leaves it as it is.
  status_id INTEGER REFERENCES desk_status (id),
  team_id INTEGER REFERENCES desk_team (id),
  assigns TEXT NOT NULL DEFAULT 'keep' CHECK (assigns IN ('keep', 'self', 'agent')),
  agent_id INTEGER REFERENCES desk_agent (id),
  priority_id INTEGER REFERENCES desk_priority (id),
  seconds INTEGER NOT NULL DEFAULT 0 CHECK (seconds >= 0),
  inactive INTEGER NOT NULL DEFAULT 0 CHECK (inactive IN (0, 1)),
  sequence INTEGER NOT NULL,
  CHECK (for_agents + for_users > 0),
  -- A user would not see what they wrote, has no time to book, and is no agent to assign.
  CHECK (for_users = 0 OR (private = 0 AND seconds = 0 AND assigns <> 'self')),
  CHECK (quick = 0 OR note_required = 0 OR note <> ''),
  CHECK ((assigns = 'agent') = (agent_id IS NOT NULL))
) STRICT;

CREATE TABLE desk_outcome_field (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  outcome_id INTEGER NOT NULL REFERENCES desk_outcome (id),
  field_id INTEGER NOT NULL REFERENCES desk_field (id),
  required INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
  sequence INTEGER NOT NULL,
  UNIQUE (outcome_id, field_id)
) STRICT;

CREATE TABLE desk_step_outcome (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id INTEGER NOT NULL REFERENCES desk_workflow_step (id),
  outcome_id INTEGER NOT NULL REFERENCES desk_outcome (id),
  -- Empty when the ticket stays where it is.
  to_step_id INTEGER REFERENCES desk_workflow_step (id),
  sequence INTEGER NOT NULL,
  UNIQUE (step_id, outcome_id)
) STRICT;

-- Counts for types that do not allow every outcome.
CREATE TABLE desk_ticket_type_outcome (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  type_id INTEGER NOT NULL REFERENCES desk_ticket_type (id),
  outcome_id INTEGER NOT NULL REFERENCES desk_outcome (id),
  UNIQUE (type_id, outcome_id)
) STRICT;

-- Where a ticket has been. A change of type moves a ticket without an action.
CREATE TABLE desk_ticket_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL REFERENCES desk_ticket (id),
  action_id INTEGER REFERENCES desk_action (id),
  from_step_id INTEGER REFERENCES desk_workflow_step (id),
  to_step_id INTEGER REFERENCES desk_workflow_step (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX desk_ticket_step_ticket ON desk_ticket_step (ticket_id, id);

ALTER TABLE desk_ticket_type ADD COLUMN workflow_id INTEGER REFERENCES desk_workflow (id);
ALTER TABLE desk_ticket_type ADD COLUMN allows_all_outcomes INTEGER NOT NULL DEFAULT 1 CHECK (allows_all_outcomes IN (0, 1));
ALTER TABLE desk_ticket ADD COLUMN step_id INTEGER REFERENCES desk_workflow_step (id);
ALTER TABLE desk_action ADD COLUMN outcome_id INTEGER REFERENCES desk_outcome (id);
`;

export const workflows: Migration = {
  version: 9,
  name: 'workflows',
  up: (db) => {
    db.exec(tables);
  },
};
