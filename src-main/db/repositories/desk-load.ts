import type { Database } from 'better-sqlite3';
import type { DeskRows } from '../../domain/demo/desk-rows.ts';

type Columns = { readonly [T in keyof DeskRows]: readonly (keyof DeskRows[T][number] & string)[] };

/** Every table and column that a load may fill, in an order that foreign keys allow. SQL is built from this list only. */
// prettier-ignore
const columns: Columns = {
  desk_calendar: ['id', 'name', 'zone', 'hours', 'holidays'],
  desk_priority: ['id', 'name', 'sequence'],
  desk_sla: ['id', 'name', 'calendar_id'],
  desk_sla_target: ['id', 'sla_id', 'priority_id', 'respond_seconds', 'fix_seconds'],
  desk_status: ['id', 'name', 'kind', 'holds_sla', 'sequence'],
  desk_client: ['id', 'name', 'notes', 'inactive', 'created_at'],
  desk_site: ['id', 'client_id', 'name', 'address', 'phone', 'inactive'],
  desk_team: ['id', 'name', 'inactive'],
  desk_role: ['id', 'name', 'administrator', 'tickets', 'articles', 'customers', 'assets', 'time', 'sees'],
  desk_agent: [
    'id', 'name', 'email', 'initials', 'job_title', 'role_id', 'default_team_id', 'api_only', 'disabled',
    'created_at',
  ],
  desk_agent_team: ['id', 'agent_id', 'team_id'],
  desk_user: [
    'id', 'site_id', 'name', 'email', 'phone', 'job_title', 'department', 'sees', 'important', 'inactive',
    'linked_agent_id', 'created_at',
  ],
  desk_category: ['id', 'name'],
  desk_workflow: ['id', 'name'],
  desk_workflow_step: ['id', 'workflow_id', 'name', 'is_start', 'is_end', 'is_reopening', 'sequence'],
  desk_ticket_type: [
    'id', 'name', 'itil_kind', 'sla_id', 'default_priority_id', 'default_team_id', 'initial_status_id',
    'closed_status_id', 'reopen_status_id', 'workflow_id', 'allows_all_outcomes', 'agents_can_log', 'users_can_log',
    'is_default', 'inactive', 'sequence',
  ],
  desk_field: ['id', 'name', 'label', 'kind', 'choices'],
  desk_ticket_type_field: ['id', 'type_id', 'field_id', 'required', 'sequence'],
  desk_outcome: [
    'id', 'name', 'label', 'quick', 'for_agents', 'for_users', 'always', 'private', 'note', 'note_required',
    'status_id', 'team_id', 'assigns', 'agent_id', 'priority_id', 'seconds', 'inactive', 'sequence',
  ],
  desk_outcome_field: ['id', 'outcome_id', 'field_id', 'required', 'sequence'],
  desk_step_outcome: ['id', 'step_id', 'outcome_id', 'to_step_id', 'sequence'],
  desk_ticket_type_outcome: ['id', 'type_id', 'outcome_id'],
  desk_template: ['id', 'name', 'type_id', 'summary', 'details', 'priority_id', 'team_id', 'category_id'],
  desk_service_category: ['id', 'name', 'summary', 'sequence'],
  desk_service: [
    'id', 'category_id', 'name', 'summary', 'details', 'shown_to_users', 'shown_to_agents', 'request_type_id',
    'request_template_id', 'incident_type_id', 'cost_minor', 'currency', 'delivery_days', 'inactive',
  ],
  desk_asset_type: ['id', 'name'],
  desk_asset: [
    'id', 'tag', 'type_id', 'site_id', 'user_id', 'status', 'manufacturer', 'model', 'serial_number',
    'warranty_ends_at', 'notes', 'inactive', 'created_at',
  ],
  desk_asset_field: ['id', 'asset_id', 'name', 'value'],
  desk_article: [
    'id', 'title', 'description', 'resolution', 'tags', 'audience', 'inactive', 'created_by_agent_id', 'created_at',
    'edited_at', 'review_at', 'useful', 'not_useful',
  ],
  desk_article_list: ['id', 'name'],
  desk_article_in_list: ['id', 'article_id', 'list_id'],
  desk_ticket: [
    'id', 'type_id', 'status_id', 'priority_id', 'category_id', 'site_id', 'user_id', 'team_id', 'agent_id',
    'service_id', 'parent_id', 'summary', 'details', 'source', 'opened_at', 'respond_by_at', 'responded_at',
    'fix_by_at', 'held_since_at', 'held_seconds', 'closed_at', 'closure_note', 'last_action_at', 'step_id',
  ],
  desk_action: [
    'id', 'ticket_id', 'number', 'kind', 'outcome', 'agent_id', 'user_id', 'actor', 'private', 'note', 'seconds',
    'status_before_id', 'status_after_id', 'at', 'outcome_id',
  ],
  desk_ticket_field: ['id', 'ticket_id', 'field_id', 'value'],
  desk_ticket_asset: ['id', 'ticket_id', 'asset_id'],
  desk_ticket_article: ['id', 'ticket_id', 'article_id'],
  desk_ticket_step: ['id', 'ticket_id', 'action_id', 'from_step_id', 'to_step_id', 'at'],
  desk_time_entry: ['id', 'agent_id', 'ticket_id', 'action_id', 'note', 'started_at', 'seconds'],
  desk_suggestion_rule: [
    'id', 'name', 'sequence', 'proposes', 'minimum_score', 'minimum_matches', 'minimum_percent', 'closed_only',
    'last_days', 'auto_apply', 'inactive',
  ],
  desk_suggestion_rule_type: ['id', 'rule_id', 'type_id'],
  desk_suggestion: [
    'id', 'ticket_id', 'rule_id', 'proposes', 'value_id', 'value_text', 'score', 'agreed', 'considered', 'evidence',
    'counted', 'state', 'made_at', 'decided_at', 'decided_by',
  ],
};

/** Inserts a whole desk into empty tables. The caller is inside a transaction. */
export function loadDeskRows(connection: Database, rows: DeskRows): void {
  for (const table of Object.keys(columns) as (keyof DeskRows)[]) {
    const names = columns[table] as readonly string[];
    const marks = names.map(() => '?').join(', ');
    const insert = connection.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`);
    for (const row of rows[table] as unknown as readonly Record<string, unknown>[]) {
      insert.run(names.map((name) => row[name]));
    }
  }
}

/** Removes every row of the desk, those that point at others first. The caller is inside a transaction. */
export function clearDesk(connection: Database): void {
  // Tickets point at their parents.
  connection.pragma('defer_foreign_keys = ON');
  for (const table of Object.keys(columns).reverse()) connection.exec(`DELETE FROM ${table}`);
  // What an import brought is gone with the rest, so nothing on the desk has a number of another system any more.
  for (const table of ['record', 'range', 'before', 'link']) connection.exec(`DELETE FROM trace_import_${table}`);
}

/** The same rows under ids that no row of these tables has had, with what points at them moved along. */
export function renumberDeskRows(connection: Database, rows: DeskRows): DeskRows {
  const highest = connection.prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck();
  const pointing = connection.prepare<[string], { column: string; table: string }>(
    `SELECT "from" AS "column", "table" FROM pragma_foreign_key_list(?)`,
  );
  const tables = Object.keys(columns) as (keyof DeskRows)[];
  const moves = new Map<string, number>(
    tables.map((table) => {
      const lowest = rows[table].reduce((least, { id }) => Math.min(least, id), Infinity);
      return [table, rows[table].length === 0 ? 0 : (highest.get(table) ?? 0) + 1 - lowest];
    }),
  );
  const renumbered = tables.map((table) => {
    const moved = [{ column: 'id', table: table as string }, ...pointing.all(table)];
    const renumber = (row: object): object => {
      const copy: Record<string, unknown> = { ...row };
      for (const { column, table: target } of moved) {
        const id = copy[column];
        if (typeof id === 'number') copy[column] = id + (moves.get(target) ?? 0);
      }
      return copy;
    };
    return [table, (rows[table] as readonly object[]).map(renumber)] as const;
  });
  const moved: Record<string, readonly object[]> = Object.fromEntries(renumbered);
  return moved as unknown as DeskRows;
}
