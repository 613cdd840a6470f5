import type { Connection } from './connection.ts';
import { createReadTogether } from './read-together.ts';
import { type RecordListName, recordLists } from './record-lists.ts';
import type { Row, Value } from './record-repository.ts';
import { createStatementCache } from './statement-cache.ts';

export interface RecordListInput {
  readonly list: RecordListName;
  /** By the list's own names; undefined ones do not count. */
  readonly filters: Readonly<Record<string, Value | boolean | undefined>>;
  readonly search?: string | undefined;
  readonly sort: string;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface RecordListOutput {
  readonly rows: readonly Row[];
  readonly total: number;
  /** Of the list's summed column; 0 for lists that have none. */
  readonly sum: number;
}

/** So that a text of thousands of words is no condition of thousands of parts. */
const mostWords = 12;

/** The lists of records other than tickets, page by page. Ties go by id. */
export function createRecordListRepository(connection: Connection) {
  const prepare = createStatementCache(connection);
  const together = createReadTogether(connection);

  const conditionsOf = ({ list, filters, search }: Pick<RecordListInput, 'list' | 'filters' | 'search'>) => {
    const definition = recordLists[list];
    const known = definition.filters as Readonly<Record<string, string>>;
    const given = Object.entries(filters).filter(([name, value]) => value !== undefined && name in known);
    const texts = wordsOf(search);
    const anywhere = `(${definition.searched.map((text) => `instr(lower(coalesce(${text}, '')), ?) > 0`).join(' OR ')})`;
    return {
      sql: [...given.map(([name]) => known[name]), ...texts.map(() => anywhere), '1'].join(' AND '),
      parameters: [
        ...given.map(([, value]) => (typeof value === 'boolean' ? Number(value) : (value as Value))),
        ...texts.flatMap((text) => definition.searched.map(() => text)),
      ],
    };
  };

  const read = (list: RecordListName, ids: readonly number[]): Row[] => {
    const { columns, from } = recordLists[list];
    const rows = prepare<Row>(`SELECT ${columns} FROM ${from} WHERE r.id IN (SELECT value FROM json_each(?))`).all(
      JSON.stringify(ids),
    );
    const byId = new Map(rows.map((row) => [row['id'], row]));
    return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
  };

  return {
    /** Which records first, and only then what the page shows of them. */
    list: (input: RecordListInput): RecordListOutput =>
      together(() => {
        const definition = recordLists[input.list];
        const { sql, parameters } = conditionsOf(input);
        const sort = (definition.sorts as Readonly<Record<string, string>>)[input.sort] ?? 'r.id';
        const direction = input.descending ? 'DESC' : 'ASC';
        const sum = 'sum' in definition ? `coalesce(sum(${definition.sum}), 0)` : '0';
        const ids = prepare<{ id: number }>(
          `SELECT r.id FROM ${definition.from} WHERE ${sql} ORDER BY ${sort} ${direction}, r.id ${direction} LIMIT ? OFFSET ?`,
        ).all(...parameters, input.limit, input.offset);
        const all = prepare<{ total: number; sum: number }>(
          `SELECT count(*) AS total, ${sum} AS sum FROM ${definition.from} WHERE ${sql}`,
        ).get(...parameters);
        return {
          rows: read(
            input.list,
            ids.map(({ id }) => id),
          ),
          total: all?.total ?? 0,
          sum: all?.sum ?? 0,
        };
      }),

    /** What the list shows of one record. */
    find: (list: RecordListName, id: number): Row | undefined => read(list, [id])[0],
  };
}

export type RecordListRepository = ReturnType<typeof createRecordListRepository>;

function wordsOf(search: string | undefined): string[] {
  // SQLite lowers the letters of ASCII only, so those alone are lowered here.
  const lowered = (search ?? '').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return lowered
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);
}
