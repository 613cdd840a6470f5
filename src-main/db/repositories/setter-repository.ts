import type { RecordKind } from '../../../src-shared/domain/record-kinds.ts';
import type { ChangeSetKind } from '../change-sets.ts';
import type { Connection } from './connection.ts';
import { recordTables } from './record-tables.ts';
import { createStatementCache } from './statement-cache.ts';

export interface SetterRow {
  readonly column: string;
  /** In rows that belong to the record, one for each of what the column names: a ticket's fields, assets and articles. */
  readonly value: number | null;
  /** Whether the record was created with it. */
  readonly created: 0 | 1;
  readonly at: number;
  readonly kind: ChangeSetKind;
  /** Such as `agent:3`. */
  readonly actor: string;
  readonly label: string;
  readonly callId: number | null;
  /** The name of the endpoint that the call came through. */
  readonly endpointName: string | null;
}

/** Rows of which a record has at most one for each value of a column. */
const keyed: Readonly<Partial<Record<RecordKind, readonly { table: string; parent: string; column: string }[]>>> = {
  ticket: [
    { table: 'desk_ticket_field', parent: 'ticket_id', column: 'field_id' },
    { table: 'desk_ticket_asset', parent: 'ticket_id', column: 'asset_id' },
    { table: 'desk_ticket_article', parent: 'ticket_id', column: 'article_id' },
  ],
};

const described = `s.at, s.kind, s.actor, s.label, k.id AS callId, v.name AS endpointName
  FROM latest l CROSS JOIN trace_change c ON c.id = l.id CROSS JOIN trace_change_set s ON s.id = c.change_set_id
  LEFT JOIN trace_call k ON k.change_set_id = s.id LEFT JOIN conf_virtual_agent v ON v.id = k.endpoint_id`;

/** Who or what set each field of a record last, as far as the change ledger goes back. */
export function createSetterRepository(connection: Connection) {
  const prepare = createStatementCache(connection);
  const ofColumns = connection.prepare<[string, number], SetterRow>(`
    WITH latest AS (
      SELECT j.key AS column, max(c.id) AS id FROM trace_change c CROSS JOIN json_each(c.after) j
      WHERE c.table_name = +? AND c.row_id = +? AND c.operation <> 'delete' GROUP BY j.key
    ) SELECT l.column, NULL AS value, c.operation = 'insert' AS created, ${described}`);

  return {
    list(kind: RecordKind, id: number): SetterRow[] {
      const rows = (keyed[kind] ?? []).flatMap(({ table, parent, column }) =>
        prepare<SetterRow>(
          `WITH latest AS (
             SELECT r.${column} AS value, max(c.id) AS id FROM ${table} r
             CROSS JOIN trace_change c ON c.table_name = '${table}' AND c.row_id = r.id WHERE r.${parent} = ? GROUP BY r.id
           ) SELECT '${column}' AS column, l.value, 0 AS created, ${described}`,
        ).all(id),
      );
      return [...ofColumns.all(recordTables[kind].table, id), ...rows];
    },
  };
}

export type SetterRepository = ReturnType<typeof createSetterRepository>;
