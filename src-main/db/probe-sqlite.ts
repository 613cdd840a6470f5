import Sqlite from 'better-sqlite3';

/** SQLite's version, which shows that the native module loads. Throws what loading it throws. */
export function probeSqlite(): string {
  const connection = new Sqlite(':memory:');
  try {
    return String(connection.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    connection.close();
  }
}
