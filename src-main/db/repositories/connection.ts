/** What the repositories are made over; the domain passes it on without knowing the database package. */
export type { Database as Connection } from 'better-sqlite3';
