import type { OrderedKind, SetupKind } from '../../../src-shared/domain/ticket-setup.ts';
import type { Connection } from './connection.ts';
import type { Row } from './record-repository.ts';
import { recordTables } from './record-tables.ts';
import { prepareCountUses } from './record-uses.ts';
import { createStatementCache } from './statement-cache.ts';

/** Rows that belong to a record, told apart by what `key` points at. */
interface RowSet {
  readonly table: string;
  readonly parent: string;
  readonly key: string;
}

interface Named {
  readonly id: number;
  readonly name: string;
}

export interface TypeFieldRow extends Named {
  readonly kind: 'text' | 'long_text' | 'number' | 'date' | 'choice' | 'yes_no';
  /** A JSON array of texts. */
  readonly choices: string;
  readonly required: 0 | 1;
}

export interface TargetRow {
  readonly id: number;
  readonly priorityId: number;
  readonly priorityName: string;
  readonly respondSeconds: number;
  readonly fixSeconds: number;
}

/** What belongs to the records that tickets are set up with. Methods that write are called inside a change set. */
export function createTicketSetupRepository(connection: Connection) {
  const prepare = createStatementCache(connection);
  const fieldsOfType = connection.prepare<[number], TypeFieldRow>(`
    SELECT f.id, f.label AS name, f.kind, f.choices, t.required FROM desk_ticket_type_field t JOIN desk_field f ON f.id = t.field_id
    WHERE t.type_id = +? ORDER BY t.sequence, t.id`);
  const outcomesOfType = connection.prepare<[number], Named>(`
    SELECT o.id, o.name FROM desk_ticket_type_outcome t JOIN desk_outcome o ON o.id = t.outcome_id
    WHERE t.type_id = +? ORDER BY o.sequence, o.id`);
  const targetsOfSla = connection.prepare<[number], TargetRow>(`
    SELECT t.id, p.id AS priorityId, p.name AS priorityName, t.respond_seconds AS respondSeconds,
      t.fix_seconds AS fixSeconds
    FROM desk_sla_target t JOIN desk_priority p ON p.id = t.priority_id
    WHERE t.sla_id = +? ORDER BY p.sequence, p.id`);
  const slasOfCalendar = connection.prepare<[number], Named & { readonly longest: number }>(`
    SELECT s.id, s.name, max(t.fix_seconds) AS longest FROM desk_sla s JOIN desk_sla_target t ON t.sla_id = s.id
    WHERE s.calendar_id = +? GROUP BY s.id`);
  const typesOfField = connection.prepare<[number], Named>(`
    SELECT y.id, y.name FROM desk_ticket_type_field t JOIN desk_ticket_type y ON y.id = t.type_id
    WHERE t.field_id = +? ORDER BY y.sequence, y.id`);
  const outcomesOfField = connection.prepare<[number], Named>(`
    SELECT o.id, o.name FROM desk_outcome_field t JOIN desk_outcome o ON o.id = t.outcome_id
    WHERE t.field_id = +? ORDER BY o.sequence, o.id`);
  const filledIn = connection
    .prepare<[number], number>('SELECT count(*) FROM desk_ticket_field WHERE field_id = +?')
    .pluck();
  const isFilledIn = connection.prepare<[number]>('SELECT 1 FROM desk_ticket_field WHERE field_id = +? LIMIT 1');
  const withdrawDefault = connection.prepare(
    'UPDATE desk_ticket_type SET is_default = 0 WHERE is_default = 1 AND id <> +?',
  );

  return {
    listFieldsOfType: (id: number): TypeFieldRow[] => fieldsOfType.all(id),
    listOutcomesOfType: (id: number): Named[] => outcomesOfType.all(id),
    /** The most urgent first. */
    listTargets: (slaId: number): TargetRow[] => targetsOfSla.all(slaId),
    /** With the longest working time in which each promises a fix. */
    listSlasOfCalendar: (id: number): { name: string; longest: number }[] => slasOfCalendar.all(id),
    listTypesOfField: (id: number): Named[] => typesOfField.all(id),
    listOutcomesOfField: (id: number): Named[] => outcomesOfField.all(id),
    countFilledIn: (fieldId: number): number => filledIn.get(fieldId) ?? 0,
    countUses: prepareCountUses(connection),
    isFilledIn: (fieldId: number): boolean => isFilledIn.get(fieldId) !== undefined,
    /** From every type but this one. */
    withdrawDefault: (exceptId: number): void => void withdrawDefault.run(exceptId),

    nextSequence: (kind: OrderedKind): number =>
      prepare<{ next: number }>(`SELECT coalesce(max(sequence), 0) + 1 AS next FROM ${recordTables[kind].table}`).get()
        ?.next ?? 1,
    listIds: (kind: OrderedKind): number[] =>
      prepare<{ id: number }>(`SELECT id FROM ${recordTables[kind].table} ORDER BY sequence, id`)
        .all()
        .map(({ id }) => id),
    place: (kind: OrderedKind, id: number, sequence: number): void =>
      void prepare(`UPDATE ${recordTables[kind].table} SET sequence = ? WHERE id = ? AND sequence <> ?`).run(
        sequence,
        id,
        sequence,
      ),

    /** A record's rows of a table, one for each value of `key`: writes what differs and takes away the others. */
    replaceRows({ table, parent, key }: RowSet, id: number, wanted: readonly Row[]): void {
      const rows = prepare<Row>(`SELECT * FROM ${table} WHERE ${parent} = ?`).all(id);
      for (const row of rows) {
        if (!wanted.some((each) => each[key] === row[key])) prepare(`DELETE FROM ${table} WHERE id = ?`).run(row['id']);
      }
      for (const row of wanted) {
        const before = rows.find((each) => each[key] === row[key]);
        const columns = Object.keys(row).filter((column) => before?.[column] !== row[column]);
        if (columns.length === 0) continue;
        if (before === undefined) {
          const marks = columns.map((column) => `:${column}`).join(', ');
          prepare(`INSERT INTO ${table} (${parent}, ${columns.join(', ')}) VALUES (:owner, ${marks})`).run({
            ...row,
            owner: id,
          });
        } else {
          const assignments = columns.map((column) => `${column} = :${column}`).join(', ');
          prepare(`UPDATE ${table} SET ${assignments} WHERE id = :id`).run({ ...row, id: before['id'] });
        }
      }
    },

    /** With the rows that belong to it. */
    remove(kind: SetupKind, id: number): void {
      const { table, children } = recordTables[kind];
      for (const child of children) prepare(`DELETE FROM ${child.table} WHERE ${child.parent} = ?`).run(id);
      prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
    },
  };
}

export type TicketSetupRepository = ReturnType<typeof createTicketSetupRepository>;
