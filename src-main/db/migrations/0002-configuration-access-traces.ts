import type { Migration } from './migration.ts';

const tables = `
CREATE TABLE conf_version (
  version INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  body TEXT CHECK (json_valid(body)),
  at INTEGER NOT NULL,
  by TEXT NOT NULL
) STRICT;

CREATE TABLE conf_object (
  kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  version INTEGER NOT NULL REFERENCES conf_version (version),
  PRIMARY KEY (kind, object_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_application (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  method TEXT NOT NULL CHECK (method IN ('static_key', 'client_credentials')),
  acts_as TEXT NOT NULL CHECK (acts_as IN ('agent', 'user', 'service')),
  agent_id INTEGER,
  user_id INTEGER,
  scopes TEXT NOT NULL CHECK (json_valid(scopes)),
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  secret_hash BLOB,
  secret_hint TEXT,
  created_at INTEGER NOT NULL,
  CHECK ((acts_as = 'agent') = (agent_id IS NOT NULL)),
  CHECK ((acts_as = 'user') = (user_id IS NOT NULL)),
  CHECK ((method = 'client_credentials') = (secret_hash IS NOT NULL)),
  CHECK ((secret_hash IS NULL) = (secret_hint IS NULL))
) STRICT;

CREATE TABLE access_key (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  application_id TEXT NOT NULL REFERENCES access_application (id),
  slot INTEGER NOT NULL CHECK (slot IN (1, 2)),
  hash BLOB NOT NULL UNIQUE,
  hint TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  last_used_at INTEGER,
  last_used_from TEXT,
  UNIQUE (application_id, slot)
) STRICT;

CREATE TABLE access_oauth_record (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  client_id TEXT,
  grant_id TEXT,
  user_code TEXT,
  uid TEXT,
  consumed_at INTEGER,
  expires_at INTEGER,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX access_oauth_record_client ON access_oauth_record (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX access_oauth_record_grant ON access_oauth_record (grant_id) WHERE grant_id IS NOT NULL;
CREATE INDEX access_oauth_record_uid ON access_oauth_record (uid) WHERE uid IS NOT NULL;
CREATE INDEX access_oauth_record_expiry ON access_oauth_record (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE access_secret (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE trace_change_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER REFERENCES trace_change_set (id),
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  label TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE trace_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  change_set_id INTEGER NOT NULL REFERENCES trace_change_set (id),
  table_name TEXT NOT NULL,
  row_id INTEGER,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete', 'bulk')),
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX trace_change_set_rows ON trace_change (change_set_id);
CREATE INDEX trace_change_record ON trace_change (table_name, row_id);

CREATE TABLE trace_call (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  microseconds INTEGER NOT NULL,
  endpoint_id TEXT NOT NULL,
  configuration_version INTEGER NOT NULL,
  era TEXT NOT NULL,
  client TEXT NOT NULL,
  application_id TEXT,
  principal TEXT NOT NULL,
  tool TEXT NOT NULL,
  arguments TEXT NOT NULL,
  result TEXT,
  error_code TEXT,
  error_message TEXT,
  change_set_id INTEGER REFERENCES trace_change_set (id)
) STRICT;
CREATE INDEX trace_call_tool ON trace_call (tool, id);
CREATE INDEX trace_call_change_set ON trace_call (change_set_id) WHERE change_set_id IS NOT NULL;
`;

export const configurationAccessTraces: Migration = {
  version: 2,
  name: 'configuration-access-traces',
  up: (db) => db.exec(tables),
};
