import type { Migration } from './migration.ts';

/**
 * Imports, and what each of them did to the desk. New rows are told as ranges of ids: the only writer gives a table's
 * ids one after the other within a transaction, so a range costs one row where each id would cost thousands.
 */
const tables = `
CREATE TABLE trace_import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  file_name TEXT NOT NULL,
  dry_run INTEGER NOT NULL CHECK (dry_run IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'cancelled', 'failed', 'removing', 'removed')),
  -- What it will be called when everything that it brought is off the desk.
  after_removing TEXT CHECK (after_removing IN ('cancelled', 'failed', 'removed')),
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  actor TEXT NOT NULL,
  change_set_id INTEGER REFERENCES trace_change_set (id),
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  error TEXT,
  bytes_read INTEGER NOT NULL DEFAULT 0,
  bytes_total INTEGER NOT NULL,
  rows_read INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  left_out INTEGER NOT NULL DEFAULT 0,
  made TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(made)),
  remarks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(remarks)),
  kept INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE trace_import_record (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  external_id TEXT NOT NULL,
  source TEXT NOT NULL,
  -- What people called it: shown, and found by a search.
  number TEXT NOT NULL COLLATE NOCASE,
  record_id INTEGER NOT NULL,
  -- What was last read of it, to tell whether a row says anything new.
  fingerprint TEXT NOT NULL,
  -- In this order an id is also found whatever source it comes from.
  UNIQUE (kind, external_id, source)
) STRICT;
CREATE INDEX trace_import_record_of ON trace_import_record (kind, record_id);
CREATE INDEX trace_import_record_number ON trace_import_record (number) WHERE number <> '';

CREATE TABLE trace_import_range (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id INTEGER NOT NULL REFERENCES trace_import (id),
  table_name TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL
) STRICT;
CREATE INDEX trace_import_range_import ON trace_import_range (import_id, table_name);
CREATE INDEX trace_import_range_row ON trace_import_range (table_name, first_id, last_id);

CREATE TABLE trace_import_before (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id INTEGER NOT NULL REFERENCES trace_import (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  -- The columns that were changed, or the whole row where it was deleted (after is empty).
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT CHECK (json_valid(after))
) STRICT;
CREATE INDEX trace_import_before_import ON trace_import_before (import_id, id);

CREATE TABLE trace_import_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id INTEGER NOT NULL REFERENCES trace_import (id),
  record_id INTEGER NOT NULL,
  external_id TEXT NOT NULL
) STRICT;
CREATE INDEX trace_import_link_import ON trace_import_link (import_id, id);

CREATE TABLE trace_import_refusal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id INTEGER NOT NULL REFERENCES trace_import (id),
  row_number INTEGER NOT NULL,
  external_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX trace_import_refusal_import ON trace_import_refusal (import_id, row_number, id);

-- Files of other systems name people and places.
CREATE INDEX desk_user_name ON desk_user (name);
CREATE INDEX desk_agent_name ON desk_agent (name);
CREATE INDEX desk_site_name ON desk_site (name);
`;

/**
 * The index of what an import brings in numbers is written at the end of each of its transactions instead of row by row:
 * before every statement of a transaction that has written an FTS5 table, SQLite has FTS5 put down what it gathered, which
 * costs five times the indexing itself. While this table has a row, the triggers leave new rows alone.
 */
const pausing = `
CREATE TABLE find_pause (id INTEGER PRIMARY KEY) STRICT;
`;

const insertTriggers = [
  {
    name: 'find_ticket_insert',
    desk: 'desk_ticket',
    condition: '',
    learn: 'INSERT INTO find_ticket (rowid, summary, details) VALUES (NEW.id, NEW.summary, NEW.details)',
  },
  ...(['public', 'private'] as const).map((which) => ({
    name: `find_note_${which}_insert`,
    desk: 'desk_action',
    condition: ` AND NEW.private = ${which === 'private' ? 1 : 0} AND NEW.note <> ''`,
    learn: `INSERT INTO find_note_${which} (rowid, note) VALUES ((NEW.ticket_id << 20) | NEW.number, NEW.note)`,
  })),
  {
    name: 'find_user_insert',
    desk: 'desk_user',
    condition: '',
    learn: `INSERT INTO find_user (rowid, name, email, phone, work, place)
      SELECT id, name, email, phone, work, place FROM find_user_text WHERE id = NEW.id`,
  },
];

const pausable = insertTriggers
  .map(
    ({ name, desk, condition, learn }) => `
    DROP TRIGGER ${name};
    CREATE TRIGGER ${name} AFTER INSERT ON ${desk} WHEN NOT EXISTS (SELECT 1 FROM find_pause)${condition} BEGIN ${learn}; END;`,
  )
  .join('');

export const imports: Migration = {
  version: 7,
  name: 'imports',
  up: (db) => {
    db.exec(tables);
    db.exec(pausing);
    db.exec(pausable);
  },
};
