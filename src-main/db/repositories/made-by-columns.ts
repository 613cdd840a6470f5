import { madeByColumn } from '../made-by.ts';

/** What `madeByColumns` reads; all of it null for what was not made by AI. */
export interface MadeByRow {
  readonly madeById: string | null;
  readonly madeByName: string | null;
  readonly madeByCallId: number | null;
}

/** The endpoint and the call that created a row, for a list of columns. */
export function madeByColumns(table: 'desk_ticket' | 'desk_action' | 'desk_article', alias: string): string {
  const agent = `${alias}.${madeByColumn}`;
  return `${agent} AS madeById, (SELECT name FROM conf_virtual_agent WHERE id = ${agent}) AS madeByName,
    CASE WHEN ${agent} IS NOT NULL THEN (
      SELECT k.id FROM trace_change c CROSS JOIN trace_call k ON k.change_set_id = c.change_set_id
      WHERE c.table_name = '${table}' AND c.row_id = ${alias}.id AND c.operation = 'insert' ORDER BY c.id LIMIT 1
    ) END AS madeByCallId`;
}
