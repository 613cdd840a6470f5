import type { Connection } from './connection.ts';

/**
 * Prepared statements whose text varies in shape (the reach of a viewer, a filter), kept by that text. The number of
 * shapes is small: what varies from call to call is bound, never written into the text.
 */
export function createStatementCache(connection: Connection) {
  const statements = new Map<string, ReturnType<typeof connection.prepare<unknown[]>>>();

  return <Row>(sql: string) => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = connection.prepare<unknown[]>(planOnce(sql));
      statements.set(sql, statement);
    }
    return statement as ReturnType<typeof connection.prepare<unknown[], Row>>;
  };
}

/**
 * This SQLite is built with STAT4, so a statement over several tables is planned anew on every call, for the values
 * then bound: 60 µs instead of 9 for four tables by their keys. A plus before a parameter hides its value from the
 * planner. Statements with a fixed text have it written in place.
 */
function planOnce(sql: string): string {
  return sql.replaceAll('?', '+?');
}
