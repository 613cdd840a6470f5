import type { IndexTable, KindOfRecord, Scope } from './kinds.ts';
import type { Part } from './plan.ts';
import type { Statements } from './statements.ts';

/** Questions to the index tables of one search; every answer is the ids of records within its scope, the newest first. */
export interface IndexReader {
  /** How many rows cost as much as one does without a scope. */
  readonly costOfRow: number;
  /** The records with a row in the table that matches the FTS5 expression; of at most `limit` rows, none of a lower id than `from`. */
  find(table: IndexTable, expression: string, limit: number, from?: bigint): Found;
  /** The same for records that match in their title alone. */
  findInTitle(expression: string, limit: number): Found;
  /** From which row on the table's newest rows begin that are such a `share` of it, 0 to 1, if ids are spread evenly. */
  newest(table: IndexTable, share: number): bigint;
}

export interface Found {
  readonly ids: readonly number[];
  /** There may be more. */
  readonly cut: boolean;
}

export function createIndexReader(kind: KindOfRecord, scope: Scope, statements: Statements): IndexReader {
  const { only, hidden, joined } = createScopeFilter(kind, scope, statements);
  const find = ({ name, id }: IndexTable, expression: string, limit: number, from?: bigint): Found => {
    const key = `${name}.${id}`;
    // CROSS JOIN and the plus sign keep SQLite from seeking the index once per record, which is far slower.
    const ids = statements.column<number>(
      `SELECT ${key} FROM ${name}
       ${joined ? `CROSS JOIN ${kind.desk} d ON d.id = ${key}` : ''}
       WHERE ${name} MATCH ? ${only === undefined ? '' : `AND +${key} IN (SELECT value FROM json_each(?))`}
         ${joined ? `AND (${scope.sql})` : ''} ${from === undefined ? '' : `AND ${name}.rowid >= ?`}
       ORDER BY ${name}.rowid DESC LIMIT ?`,
      expression,
      ...(only === undefined ? [] : [only]),
      ...(joined ? scope.parameters : []),
      ...(from === undefined ? [] : [from]),
      limit,
    );
    return { ids: hidden.size === 0 ? ids : ids.filter((each) => !hidden.has(each)), cut: ids.length >= limit };
  };
  return {
    costOfRow: joined ? costOfJoinedRow : 1,
    find,
    findInTitle: (expression, limit) =>
      kind.titles === undefined
        ? find(kind.index, `{${kind.title}} : (${expression})`, limit)
        : find(kind.titles, expression, limit),
    newest: ({ name }, share) => {
      const [[least, most] = [0, 0]] = statements.rows<[number, number]>(
        `SELECT coalesce((SELECT min(id) FROM ${name}_docsize), 0), coalesce((SELECT max(id) FROM ${name}_docsize), 0)`,
      );
      // As an integer: FTS5 takes no other numbers for a bound.
      return BigInt(Math.floor(most - (most - least) * Math.min(1, share)));
    },
  };
}

/** Rows of parts that all have to be met, in any of their spellings. */
export const allOf = (parts: readonly Part[]): string =>
  parts.map(({ probes }) => `(${probes.map(({ expression }) => expression).join(' OR ')})`).join(' AND ');

/** Looking at the record of each row takes several times what the row does. */
const costOfJoinedRow = 8;

interface ScopeFilter {
  /** The records within the scope as a JSON list, when they are few. */
  readonly only: string | undefined;
  /** The records outside it, when those are few. */
  readonly hidden: ReadonlySet<number>;
  /** Neither: each row's record has to be looked at. */
  readonly joined: boolean;
}

const fewRecords = 1_000;

function createScopeFilter(kind: KindOfRecord, scope: Scope, statements: Statements): ScopeFilter {
  const ids = (condition: string, limit: number): number[] =>
    statements.column<number>(`SELECT d.id FROM ${kind.desk} d WHERE ${condition} LIMIT ?`, ...scope.parameters, limit);
  if (scope.sql === '1') return { only: undefined, hidden: noIds, joined: false };
  if (scope.hidden !== undefined) {
    return { only: undefined, hidden: new Set(ids(scope.hidden, unlimited)), joined: false };
  }
  const within = ids(scope.sql, fewRecords + 1);
  if (within.length <= fewRecords) return { only: JSON.stringify(within), hidden: noIds, joined: false };
  return { only: undefined, hidden: noIds, joined: true };
}

const noIds: ReadonlySet<number> = new Set();
const unlimited = 1_000_000;
