import type { Migration } from './migration.ts';

/** The service desk. Times are epoch milliseconds UTC, durations whole seconds, flags 0 or 1. */
const tables = `
CREATE TABLE desk_calendar (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  zone TEXT NOT NULL,
  hours TEXT NOT NULL CHECK (json_valid(hours)),
  holidays TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(holidays))
) STRICT;

CREATE TABLE desk_priority (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE desk_sla (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  calendar_id INTEGER NOT NULL REFERENCES desk_calendar (id)
) STRICT;

CREATE TABLE desk_sla_target (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sla_id INTEGER NOT NULL REFERENCES desk_sla (id),
  priority_id INTEGER NOT NULL REFERENCES desk_priority (id),
  respond_seconds INTEGER NOT NULL CHECK (respond_seconds > 0),
  fix_seconds INTEGER NOT NULL CHECK (fix_seconds > 0),
  UNIQUE (sla_id, priority_id)
) STRICT;

CREATE TABLE desk_status (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  kind TEXT NOT NULL CHECK (kind IN ('open', 'closed')),
  holds_sla INTEGER NOT NULL DEFAULT 0 CHECK (holds_sla IN (0, 1)),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE desk_client (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  notes TEXT NOT NULL DEFAULT '',
  inactive INTEGER NOT NULL DEFAULT 0 CHECK (inactive IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE desk_site (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES desk_client (id),
  name TEXT NOT NULL COLLATE NOCASE,
  address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  inactive INTEGER NOT NULL DEFAULT 0 CHECK (inactive IN (0, 1)),
  UNIQUE (client_id, name)
) STRICT;

CREATE TABLE desk_team (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  inactive INTEGER NOT NULL DEFAULT 0 CHECK (inactive IN (0, 1))
) STRICT;

CREATE TABLE desk_role (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  administrator INTEGER NOT NULL DEFAULT 0 CHECK (administrator IN (0, 1)),
  tickets TEXT NOT NULL CHECK (tickets IN ('none', 'read', 'edit')),
  articles TEXT NOT NULL CHECK (articles IN ('none', 'read', 'edit')),
  customers TEXT NOT NULL CHECK (customers IN ('none', 'read', 'edit')),
  assets TEXT NOT NULL CHECK (assets IN ('none', 'read', 'edit')),
  time TEXT NOT NULL CHECK (time IN ('none', 'read', 'edit')),
  sees TEXT NOT NULL CHECK (sees IN ('all', 'teams', 'own'))
) STRICT;

CREATE TABLE desk_agent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE,
  email TEXT NOT NULL UNIQUE COLLATE NOCASE,
  initials TEXT NOT NULL DEFAULT '',
  job_title TEXT NOT NULL DEFAULT '',
  role_id INTEGER NOT NULL REFERENCES desk_role (id),
  default_team_id INTEGER REFERENCES desk_team (id),
  api_only INTEGER NOT NULL DEFAULT 0 CHECK (api_only IN (0, 1)),
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE desk_agent_team (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agent_id INTEGER NOT NULL REFERENCES desk_agent (id),
  team_id INTEGER NOT NULL REFERENCES desk_team (id),
  UNIQUE (agent_id, team_id)
) STRICT;

CREATE TABLE desk_user (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  site_id INTEGER NOT NULL REFERENCES desk_site (id),
  name TEXT NOT NULL COLLATE NOCASE,
  email TEXT NOT NULL UNIQUE COLLATE NOCASE,
  phone TEXT NOT NULL DEFAULT '',
  job_title TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  sees TEXT NOT NULL DEFAULT 'own' CHECK (sees IN ('own', 'site', 'client')),
  important INTEGER NOT NULL DEFAULT 0 CHECK (important IN (0, 1)),
  inactive INTEGER NOT NULL DEFAULT 0 CHECK (inactive IN (0, 1)),
  linked_agent_id INTEGER UNIQUE REFERENCES desk_agent (id),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX desk_user_site ON desk_user (site_id);

CREATE TABLE desk_category (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

CREATE TABLE desk_ticket_type (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  itil_kind TEXT NOT NULL CHECK (itil_kind IN ('incident', 'request', 'change', 'problem', 'other')),
  sla_id INTEGER NOT NULL REFERENCES desk_sla (id),
  default_priority_id INTEGER NOT NULL REFERENCES desk_priority (id),
  default_team_id INTEGER REFERENCES desk_team (id),
  initial_status_id INTEGER NOT NULL REFERENCES desk_status (id),
  closed_status_id INTEGER NOT NULL REFERENCES desk_status (id),
  reopen_status_id INTEGER REFERENCES desk_status (id),
  agents_can_log INTEGER NOT NULL DEFAULT 1 CHECK (agents_can_log IN (0, 1)),
  users_can_log INTEGER NOT NULL DEFAULT 0 CHECK (users_can_log IN (0, 1)),
  is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
  inactive INTEGER NOT NULL DEFAULT 0 CHECK (inactive IN (0, 1)),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE desk_field (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'long_text', 'number', 'date', 'choice', 'yes_no')),
  choices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices))
) STRICT;

CREATE TABLE desk_ticket_type_field (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  type_id INTEGER NOT NULL REFERENCES desk_ticket_type (id),
  field_id INTEGER NOT NULL REFERENCES desk_field (id),
  required INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
  sequence INTEGER NOT NULL,
  UNIQUE (type_id, field_id)
) STRICT;

CREATE TABLE desk_template (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  type_id INTEGER NOT NULL REFERENCES desk_ticket_type (id),
  summary TEXT NOT NULL,
  details TEXT NOT NULL DEFAULT '',
  priority_id INTEGER REFERENCES desk_priority (id),
  team_id INTEGER REFERENCES desk_team (id),
  category_id INTEGER REFERENCES desk_category (id)
) STRICT;

CREATE TABLE desk_service_category (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  summary TEXT NOT NULL DEFAULT '',
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE desk_service (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  category_id INTEGER NOT NULL REFERENCES desk_service_category (id),
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  summary TEXT NOT NULL DEFAULT '',
  details TEXT NOT NULL DEFAULT '',
  shown_to_users INTEGER NOT NULL DEFAULT 1 CHECK (shown_to_users IN (0, 1)),
  shown_to_agents INTEGER NOT NULL DEFAULT 1 CHECK (shown_to_agents IN (0, 1)),
  request_type_id INTEGER REFERENCES desk_ticket_type (id),
  request_template_id INTEGER REFERENCES desk_template (id),
  incident_type_id INTEGER REFERENCES desk_ticket_type (id),
  cost_minor INTEGER,
  currency TEXT,
  delivery_days INTEGER,
  inactive INTEGER NOT NULL DEFAULT 0 CHECK (inactive IN (0, 1)),
  CHECK ((cost_minor IS NULL) = (currency IS NULL))
) STRICT;

CREATE TABLE desk_asset_type (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

CREATE TABLE desk_asset (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tag TEXT NOT NULL UNIQUE COLLATE NOCASE,
  type_id INTEGER NOT NULL REFERENCES desk_asset_type (id),
  site_id INTEGER NOT NULL REFERENCES desk_site (id),
  user_id INTEGER REFERENCES desk_user (id),
  status TEXT NOT NULL,
  manufacturer TEXT NOT NULL DEFAULT '',
  model TEXT NOT NULL DEFAULT '',
  serial_number TEXT NOT NULL DEFAULT '',
  warranty_ends_at INTEGER,
  notes TEXT NOT NULL DEFAULT '',
  inactive INTEGER NOT NULL DEFAULT 0 CHECK (inactive IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX desk_asset_user ON desk_asset (user_id);
CREATE INDEX desk_asset_site ON desk_asset (site_id);

CREATE TABLE desk_asset_field (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  asset_id INTEGER NOT NULL REFERENCES desk_asset (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (asset_id, name)
) STRICT;

CREATE TABLE desk_article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  resolution TEXT NOT NULL DEFAULT '',
  tags TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL CHECK (audience IN ('everyone', 'agents')),
  inactive INTEGER NOT NULL DEFAULT 0 CHECK (inactive IN (0, 1)),
  created_by_agent_id INTEGER REFERENCES desk_agent (id),
  created_at INTEGER NOT NULL,
  edited_at INTEGER NOT NULL,
  review_at INTEGER,
  useful INTEGER NOT NULL DEFAULT 0,
  not_useful INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE desk_article_list (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

CREATE TABLE desk_article_in_list (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES desk_article (id),
  list_id INTEGER NOT NULL REFERENCES desk_article_list (id),
  UNIQUE (article_id, list_id)
) STRICT;

CREATE TABLE desk_ticket (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  type_id INTEGER NOT NULL REFERENCES desk_ticket_type (id),
  status_id INTEGER NOT NULL REFERENCES desk_status (id),
  priority_id INTEGER NOT NULL REFERENCES desk_priority (id),
  category_id INTEGER REFERENCES desk_category (id),
  site_id INTEGER NOT NULL REFERENCES desk_site (id),
  user_id INTEGER NOT NULL REFERENCES desk_user (id),
  team_id INTEGER REFERENCES desk_team (id),
  agent_id INTEGER REFERENCES desk_agent (id),
  service_id INTEGER REFERENCES desk_service (id),
  parent_id INTEGER REFERENCES desk_ticket (id),
  summary TEXT NOT NULL,
  details TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('email', 'portal', 'phone', 'chat', 'monitoring', 'agent', 'mcp', 'import')),
  opened_at INTEGER NOT NULL,
  respond_by_at INTEGER,
  responded_at INTEGER,
  fix_by_at INTEGER,
  held_since_at INTEGER,
  held_seconds INTEGER NOT NULL DEFAULT 0,
  closed_at INTEGER,
  closure_note TEXT NOT NULL DEFAULT '',
  last_action_at INTEGER NOT NULL
) STRICT;
CREATE INDEX desk_ticket_agent ON desk_ticket (agent_id, last_action_at);
CREATE INDEX desk_ticket_user ON desk_ticket (user_id, last_action_at);
CREATE INDEX desk_ticket_team ON desk_ticket (team_id, last_action_at);
CREATE INDEX desk_ticket_site ON desk_ticket (site_id, last_action_at);
CREATE INDEX desk_ticket_status ON desk_ticket (status_id, last_action_at);
CREATE INDEX desk_ticket_parent ON desk_ticket (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE desk_action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL REFERENCES desk_ticket (id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('logged', 'note', 'reply', 'assignment', 'status', 'time', 'closure', 'reopening')),
  outcome TEXT NOT NULL,
  agent_id INTEGER REFERENCES desk_agent (id),
  user_id INTEGER REFERENCES desk_user (id),
  actor TEXT NOT NULL,
  private INTEGER NOT NULL CHECK (private IN (0, 1)),
  note TEXT NOT NULL,
  seconds INTEGER NOT NULL DEFAULT 0,
  status_before_id INTEGER REFERENCES desk_status (id),
  status_after_id INTEGER REFERENCES desk_status (id),
  at INTEGER NOT NULL,
  UNIQUE (ticket_id, number)
) STRICT;

CREATE TABLE desk_ticket_field (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL REFERENCES desk_ticket (id),
  field_id INTEGER NOT NULL REFERENCES desk_field (id),
  value TEXT NOT NULL,
  UNIQUE (ticket_id, field_id)
) STRICT;

CREATE TABLE desk_ticket_asset (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL REFERENCES desk_ticket (id),
  asset_id INTEGER NOT NULL REFERENCES desk_asset (id),
  UNIQUE (ticket_id, asset_id)
) STRICT;
CREATE INDEX desk_ticket_asset_asset ON desk_ticket_asset (asset_id);

CREATE TABLE desk_ticket_article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL REFERENCES desk_ticket (id),
  article_id INTEGER NOT NULL REFERENCES desk_article (id),
  UNIQUE (ticket_id, article_id)
) STRICT;

CREATE TABLE desk_time_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agent_id INTEGER NOT NULL REFERENCES desk_agent (id),
  ticket_id INTEGER REFERENCES desk_ticket (id),
  action_id INTEGER REFERENCES desk_action (id),
  note TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  seconds INTEGER NOT NULL CHECK (seconds > 0)
) STRICT;
CREATE INDEX desk_time_entry_agent ON desk_time_entry (agent_id, started_at);
CREATE INDEX desk_time_entry_ticket ON desk_time_entry (ticket_id) WHERE ticket_id IS NOT NULL;
`;

export const desk: Migration = {
  version: 1,
  name: 'desk',
  up: (db) => db.exec(tables),
};
