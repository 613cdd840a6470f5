import type { Migration } from './migration.ts';

/**
 * Conversations with a model. A turn is one try of one prompt; its items are what came of it, and its exchanges the
 * requests to the model with every event as it was received. What may be long stands last in each row, so that reading
 * the rest does not pass over it. A body that is sent again and again (the tools, the instructions) is stored once.
 */
const tables = `
CREATE TABLE trace_conversation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  named INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1)),
  comparison_id INTEGER,
  branch_of_id INTEGER,
  branch_of_turn INTEGER,
  replay_of_id INTEGER,
  title TEXT NOT NULL,
  setup TEXT NOT NULL CHECK (json_valid(setup))
) STRICT;
CREATE INDEX trace_conversation_latest ON trace_conversation (updated_at, id);
CREATE INDEX trace_conversation_comparison ON trace_conversation (comparison_id) WHERE comparison_id IS NOT NULL;

CREATE TABLE trace_turn (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES trace_conversation (id),
  number INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'waiting', 'done', 'failed', 'stopped', 'interrupted')),
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  first_token_ms REAL,
  model_ms REAL NOT NULL DEFAULT 0,
  tools_ms REAL NOT NULL DEFAULT 0,
  exchanges INTEGER NOT NULL DEFAULT 0,
  input_tokens INTEGER NOT NULL DEFAULT 0,
  cached_tokens INTEGER NOT NULL DEFAULT 0,
  output_tokens INTEGER NOT NULL DEFAULT 0,
  reasoning_tokens INTEGER NOT NULL DEFAULT 0,
  origin_id INTEGER,
  replay_of_id INTEGER,
  error TEXT CHECK (json_valid(error)),
  notes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notes)),
  setup TEXT NOT NULL CHECK (json_valid(setup)),
  prompt TEXT NOT NULL,
  UNIQUE (conversation_id, number, attempt)
) STRICT;
CREATE INDEX trace_turn_open ON trace_turn (state) WHERE state IN ('running', 'waiting');
CREATE INDEX trace_turn_origin ON trace_turn (origin_id) WHERE origin_id IS NOT NULL;

CREATE TABLE trace_turn_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  turn_id INTEGER NOT NULL REFERENCES trace_turn (id),
  position INTEGER NOT NULL,
  exchange INTEGER NOT NULL,
  reply_exchange INTEGER,
  kind TEXT NOT NULL,
  state TEXT,
  text_length INTEGER NOT NULL,
  result_length INTEGER,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  text TEXT NOT NULL,
  wire TEXT CHECK (json_valid(wire)),
  reply TEXT CHECK (json_valid(reply)),
  result TEXT,
  UNIQUE (turn_id, position)
) STRICT;

CREATE TABLE trace_model_request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash BLOB NOT NULL UNIQUE,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE trace_exchange (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  turn_id INTEGER NOT NULL REFERENCES trace_turn (id),
  number INTEGER NOT NULL,
  model_request_id INTEGER NOT NULL REFERENCES trace_model_request (id),
  url TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  status INTEGER,
  first_event_ms REAL,
  ended_ms REAL,
  events INTEGER NOT NULL DEFAULT 0,
  server_request_id TEXT,
  error TEXT CHECK (json_valid(error)),
  UNIQUE (turn_id, number)
) STRICT;
CREATE INDEX trace_exchange_request ON trace_exchange (model_request_id);

CREATE TABLE trace_exchange_event (
  exchange_id INTEGER NOT NULL REFERENCES trace_exchange (id),
  number INTEGER NOT NULL,
  at_ms REAL NOT NULL,
  type TEXT NOT NULL,
  length INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (exchange_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE trace_approval_grant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER REFERENCES trace_conversation (id),
  endpoint_id TEXT NOT NULL,
  tool TEXT,
  effect TEXT NOT NULL CHECK (effect IN ('read', 'write', 'destructive')),
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX trace_approval_grant_place
  ON trace_approval_grant (endpoint_id, coalesce(conversation_id, 0), coalesce(tool, ''));
CREATE INDEX trace_approval_grant_conversation
  ON trace_approval_grant (conversation_id) WHERE conversation_id IS NOT NULL;

-- Keyed by the conversation, whose id stands in the upper bits, so that what is found needs no reading of texts.
CREATE VIRTUAL TABLE find_conversation USING fts5(
  text, detail = none, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);

ALTER TABLE trace_call ADD COLUMN turn_item_id INTEGER;
CREATE INDEX trace_call_turn_item ON trace_call (turn_item_id) WHERE turn_item_id IS NOT NULL;
DROP INDEX trace_call_facts;
CREATE INDEX trace_call_facts ON trace_call
  (id, tool, principal, application_id, client, error_code, change_set_id, at, endpoint_id, turn_item_id);
`;

export const conversations: Migration = {
  version: 14,
  name: 'conversations',
  up: (db) => {
    db.exec(tables);
  },
};
