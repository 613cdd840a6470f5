import type { RecordKind } from '../../../src-shared/domain/record-kinds.ts';
import { setupTables } from './setup-tables.ts';

/** Rows that belong to a record and have no page of their own. */
export interface ChildTable {
  readonly table: string;
  /** The column that names the record. */
  readonly parent: string;
  /** What such a row is called in a record's trace. */
  readonly label: string;
  /** Its columns that say what it is about, the first first. */
  readonly text: readonly string[];
  /** Where the row's parent is itself a row of the record: that table, and its column that names the record. */
  readonly through?: { readonly table: string; readonly parent: string };
}

export interface RecordTable {
  readonly table: string;
  /** What a sentence calls such a record. */
  readonly noun: string;
  /** The column that people know it by. */
  readonly title: string;
  /** Columns that no two records share, and what to say about them. */
  readonly unique: Readonly<Record<string, string>>;
  readonly children: readonly ChildTable[];
}

/** The desk's records by kind: the only tables that the generic reads and writes of records touch. */
export const recordTables: Readonly<Record<RecordKind, RecordTable>> = {
  ticket: {
    table: 'desk_ticket',
    noun: 'ticket',
    title: 'summary',
    unique: {},
    children: [
      { table: 'desk_action', parent: 'ticket_id', label: 'History entry', text: ['outcome', 'note'] },
      { table: 'desk_ticket_field', parent: 'ticket_id', label: 'Field', text: ['field_id', 'value'] },
      { table: 'desk_ticket_asset', parent: 'ticket_id', label: 'Linked asset', text: ['asset_id'] },
      { table: 'desk_ticket_article', parent: 'ticket_id', label: 'Linked article', text: ['article_id'] },
      { table: 'desk_ticket_step', parent: 'ticket_id', label: 'Workflow step', text: ['to_step_id'] },
      { table: 'desk_time_entry', parent: 'ticket_id', label: 'Time', text: ['note'] },
      { table: 'desk_suggestion', parent: 'ticket_id', label: 'Suggestion', text: ['proposes', 'state'] },
    ],
  },
  article: {
    table: 'desk_article',
    noun: 'article',
    title: 'title',
    unique: {},
    children: [{ table: 'desk_article_in_list', parent: 'article_id', label: 'List', text: ['list_id'] }],
  },
  user: {
    table: 'desk_user',
    noun: 'user',
    title: 'name',
    unique: {
      email: 'Another user has this email address.',
      linked_agent_id: 'Another user is linked to this agent.',
    },
    children: [],
  },
  client: {
    table: 'desk_client',
    noun: 'client',
    title: 'name',
    unique: { name: 'Another client has this name.' },
    children: [],
  },
  site: {
    table: 'desk_site',
    noun: 'site',
    title: 'name',
    unique: { name: 'Another site of this client has this name.' },
    children: [],
  },
  agent: {
    table: 'desk_agent',
    noun: 'agent',
    title: 'name',
    unique: { email: 'Another agent has this email address.' },
    children: [{ table: 'desk_agent_team', parent: 'agent_id', label: 'Team', text: ['team_id'] }],
  },
  team: {
    table: 'desk_team',
    noun: 'team',
    title: 'name',
    unique: { name: 'Another team has this name.' },
    children: [],
  },
  asset: {
    table: 'desk_asset',
    noun: 'asset',
    title: 'tag',
    unique: { tag: 'Another asset has this tag.' },
    children: [{ table: 'desk_asset_field', parent: 'asset_id', label: 'Field', text: ['name', 'value'] }],
  },
  service: {
    table: 'desk_service',
    noun: 'service',
    title: 'name',
    unique: { name: 'Another service has this name.' },
    children: [],
  },
  workflow: {
    table: 'desk_workflow',
    noun: 'workflow',
    title: 'name',
    unique: { name: 'Another workflow has this name, or had it before it was deleted.' },
    children: [
      { table: 'desk_workflow_step', parent: 'workflow_id', label: 'Step', text: ['name'] },
      {
        ...{ table: 'desk_step_outcome', parent: 'step_id', label: 'Action of a step' },
        text: ['step_id', 'outcome_id', 'to_step_id'],
        through: { table: 'desk_workflow_step', parent: 'workflow_id' },
      },
    ],
  },
  outcome: {
    table: 'desk_outcome',
    noun: 'action',
    title: 'name',
    unique: { name: 'Another action has this name.' },
    children: [
      { table: 'desk_outcome_field', parent: 'outcome_id', label: 'Field', text: ['field_id'] },
      { table: 'desk_step_outcome', parent: 'outcome_id', label: 'Step', text: ['step_id', 'to_step_id'] },
      { table: 'desk_ticket_type_outcome', parent: 'outcome_id', label: 'Allowed type', text: ['type_id'] },
    ],
  },
  ...setupTables,
};

/** The column that a row of a desk table is known by, for tables that a record points at. */
export function titleColumn(table: string): string {
  const record = Object.values(recordTables).find((each) => each.table === table);
  return record?.title ?? (table === 'desk_field' ? 'label' : 'name');
}

const names: Readonly<Record<string, string>> = {
  api_only: 'API only',
  fix_by_at: 'To be fixed by',
  respond_by_at: 'To be answered by',
  sla_id: 'SLA',
  cost_minor: 'Cost',
  sees: 'Sees tickets of',
  itil_kind: 'Kind',
  is_default: 'Default',
  holds_sla: 'Holds the SLA clock',
  allows_all_outcomes: 'Allows all actions',
  sequence: 'Place in the list',
  always: 'Offered on every step',
  quick: 'Quick action',
  for_agents: 'For agents',
  for_users: 'For users',
  seconds: 'Time in seconds',
  virtual_agent_id: 'Made by AI through',
};

/** What people call a column: "Job title" for `job_title`, "Status" for `status_id`. */
export function labelOfColumn(column: string): string {
  const words = column.replace(/_(id|at)$/, '').replaceAll('_', ' ');
  return names[column] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
