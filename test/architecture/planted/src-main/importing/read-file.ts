// breaks: sqlite-in-db
import type { Database } from 'better-sqlite3';

export type ReadFile = (database: Database) => void;
