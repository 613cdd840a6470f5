import type { UsesRow } from '../../db/repositories/record-uses.ts';

/** What rows of a table are called when they use something, one and several. */
const nouns: Readonly<Record<string, readonly [one: string, many: string]>> = {
  desk_ticket: ['ticket', 'tickets'],
  desk_action: ['entry in the history of tickets', 'entries in the history of tickets'],
  desk_ticket_field: ['filled-in ticket', 'filled-in tickets'],
  desk_ticket_type: ['ticket type', 'ticket types'],
  desk_ticket_type_field: ['ticket type', 'ticket types'],
  desk_sla: ['SLA', 'SLAs'],
  desk_template: ['template', 'templates'],
  desk_service: ['service', 'services'],
  desk_outcome: ['action', 'actions'],
  desk_outcome_field: ['action', 'actions'],
  custom_tool: ['custom tool', 'custom tools'],
  desk_suggestion_rule_type: ['suggestion rule', 'suggestion rules'],
};

export interface Use {
  /** In sentences, after the number. */
  readonly what: string;
  readonly count: number;
}

export function describeUses(rows: readonly UsesRow[]): Use[] {
  return rows
    .map(({ table, count }) => {
      const words = table.replace('desk_', '').replaceAll('_', ' ');
      const [one, many] = nouns[table] ?? [words, `rows of ${words}`];
      return { what: count === 1 ? one : many, count };
    })
    .sort((first, second) => second.count - first.count);
}

/** "12 tickets, 2 services and 1 template" */
export function listUses(uses: readonly Use[]): string {
  const parts = uses.map(({ what, count }) => `${count.toLocaleString('en-GB')} ${what}`);
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}
