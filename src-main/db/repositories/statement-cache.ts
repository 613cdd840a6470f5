import { planOnce } from '../plan-once.ts';
import type { Connection } from './connection.ts';

/**
 * Prepared statements whose text varies in shape (the reach of a viewer, a filter), kept by that text. The number of
 * shapes is small: what varies from call to call is bound, never written into the text. Statements with a fixed text
 * have what `planOnce` does written in place.
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
