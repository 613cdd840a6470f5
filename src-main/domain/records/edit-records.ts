import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { RecordKind } from '../../../src-shared/domain/record-kinds.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import { createRecordListRepository } from '../../db/repositories/record-list-repository.ts';
import type { RecordListName } from '../../db/repositories/record-lists.ts';
import { createRecordRepository, type Row, type Value } from '../../db/repositories/record-repository.ts';
import { labelOfColumn, recordTables } from '../../db/repositories/record-tables.ts';

/** What a call says about a record, by the call's own names; undefined says nothing. */
export type Changes = Readonly<Record<string, Value | boolean | undefined>>;

/** A set of rows that belong to a record, replaced as a whole: an agent's teams, an article's lists. */
export interface LinkSet {
  readonly table: string;
  readonly parent: string;
  /** The column that points at the other side. */
  readonly other: string;
  /** The table on the other side, and what a sentence calls its rows. */
  readonly otherTable: string;
  readonly noun: string;
}

/** Creating and updating the desk's records, with one rule for what was changed meanwhile. */
export function createRecordEditing(connection: Connection) {
  const records = createRecordRepository(connection);
  const lists = createRecordListRepository(connection);

  const get = (kind: RecordKind, id: number): Row => {
    const row = records.find(kind, id);
    if (row === undefined) {
      throw new AppError('not_found', `There is no ${recordTables[kind].noun} ${id}. Search for it to find its id.`);
    }
    return row;
  };

  const checkReferences = (kind: RecordKind, row: Row): void => {
    for (const [column, value] of Object.entries(row)) {
      const table = records.tableBehind(kind, column);
      if (table === undefined || typeof value !== 'number' || records.exists(table, value)) continue;
      throw missing(table, value, toName(column));
    }
  };

  /** Two who change the same field do not overwrite each other; whoever changes different ones need not know. */
  const checkUnchanged = (kind: RecordKind, id: number, revision: number, wanted: ReadonlySet<string>): void => {
    const { noun } = recordTables[kind];
    for (const { after, actor, label, at, callId } of records.listChangesSince(kind, id, revision)) {
      const column = Object.keys(JSON.parse(after) as Row).find((each) => wanted.has(each));
      if (column === undefined) continue;
      const by = callId === null ? `by ${actor} (${label})` : `by call ${callId} of ${label}`;
      throw new AppError(
        'conflict',
        `${labelOfColumn(column)} of ${noun} ${id} was changed meanwhile, ${by}. Look at it again before you change it.`,
        { details: { field: toName(column), actor, label, at, ...(callId === null ? {} : { callId }) } },
      );
    }
  };

  const write = <T>(kind: RecordKind, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw translateUnique(kind, error);
    }
  };

  return {
    get,
    revision: records.revision,

    create(kind: RecordKind, given: Changes): number {
      const row = toRow(given);
      checkReferences(kind, row);
      return write(kind, () => records.insert(recordTables[kind].table, row));
    },

    /** Changes what differs and says which columns that were. Throws `conflict` when one was changed since the revision. */
    update(kind: RecordKind, id: number, revision: number, given: Changes): ReadonlySet<string> {
      const before = get(kind, id);
      const differs = Object.entries(toRow(given)).filter(([column, value]) => before[column] !== value);
      const columns = new Set(differs.map(([column]) => column));
      checkUnchanged(kind, id, revision, columns);
      const changes = Object.fromEntries(differs);
      checkReferences(kind, changes);
      if (columns.size > 0) write(kind, () => records.update(kind, id, changes));
      return columns;
    },

    /** Refuses when one of the columns was changed since the revision, for changes that are written in another way. */
    checkUnchanged: (kind: RecordKind, id: number, revision: number, columns: readonly string[]): void =>
      checkUnchanged(kind, id, revision, new Set(columns)),

    /** The same rule for rows that belong to a record. */
    checkChildrenUnchanged(what: { table: string; parent: string; label: string }, id: number, revision: number): void {
      if (!records.haveChildrenChanged(what.table, what.parent, id, revision)) return;
      throw new AppError(
        'conflict',
        `${what.label} were changed meanwhile. Look at them again before you change them.`,
        {
          details: { field: what.label },
        },
      );
    },

    listLinks: (set: LinkSet, id: number): number[] =>
      records.listChildren(set.table, set.parent, id).map((row) => Number(row[set.other])),

    replaceLinks(set: LinkSet, id: number, wanted: readonly number[]): boolean {
      const rows = records.listChildren(set.table, set.parent, id);
      const gone = rows.filter((row) => !wanted.includes(Number(row[set.other])));
      const had = new Set(rows.map((row) => row[set.other]));
      const added = [...new Set(wanted)].filter((other) => !had.has(other));
      for (const other of added) {
        if (!records.exists(set.otherTable, other))
          throw new AppError('not_found', `There is no ${set.noun} ${other}.`);
      }
      for (const row of gone) records.removeChild(set.table, Number(row['id']));
      for (const other of added) records.insert(set.table, { [set.parent]: id, [set.other]: other });
      return gone.length + added.length > 0;
    },

    /** Values by a key within a record, such as an asset's fields; one that `wanted` does not have is removed. */
    replaceValues(
      { table, parent, key }: { table: string; parent: string; key: string },
      id: number,
      wanted: ReadonlyMap<string | number, string>,
    ): void {
      const rows = records.listChildren(table, parent, id);
      const had = new Set(rows.map((row) => row[key]));
      for (const row of rows) {
        const value = wanted.get(row[key] ?? '');
        if (value === undefined) records.removeChild(table, Number(row['id']));
        else if (value !== row['value']) records.updateChild(table, Number(row['id']), value);
      }
      for (const [name, value] of wanted)
        if (!had.has(name)) records.insert(table, { [parent]: id, [key]: name, value });
    },

    listChildren: records.listChildren,

    /** For ids that no reference of a row checks. */
    checkExists(table: string, id: number): void {
      if (!records.exists(table, id)) throw missing(table, id);
    },

    /** What a list shows of one record. */
    getListed(list: RecordListName, kind: RecordKind, id: number): Row {
      const row = lists.find(list, id);
      return row ?? get(kind, id);
    },
  };
}

function missing(table: string, id: number, field?: string): AppError {
  const message = `There is no ${table.replace('desk_', '').replaceAll('_', ' ')} ${id}.`;
  return new AppError('not_found', message, field === undefined ? {} : { details: { field } });
}

export type RecordEditing = ReturnType<typeof createRecordEditing>;

function toRow(given: Changes): Row {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    said.map(([name, value]) => [toColumn(name), typeof value === 'boolean' ? Number(value) : (value as Value)]),
  );
}

function toColumn(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toName(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** SQLite names the columns that would have been the same: "UNIQUE constraint failed: desk_user.email". */
function translateUnique(kind: RecordKind, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'SQLITE_CONSTRAINT_UNIQUE') return error;
  const columns = error.message.match(/\w+(?=,|$)/g) ?? [];
  const column = columns.findLast((each) => each in recordTables[kind].unique);
  if (column === undefined) return error;
  const message = `${recordTables[kind].unique[column]} Choose another.`;
  return new AppError('conflict', message, { cause: error, details: { field: toName(column) } });
}
