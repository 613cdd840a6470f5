import type { Migration } from './migration.ts';

const tables = `
CREATE TABLE access_browser_session (
  hash BLOB PRIMARY KEY,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

export const browserSessions: Migration = {
  version: 6,
  name: 'browser-sessions',
  up: (db) => db.exec(tables),
};
