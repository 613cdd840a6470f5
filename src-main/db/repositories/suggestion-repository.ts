import type { Suggestible } from '../../../src-shared/domain/suggestion-rules.ts';
import type { Proposal, TicketFacts } from '../../domain/suggestions/evaluate-rules.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Connection } from './connection.ts';
import { createStatementCache } from './statement-cache.ts';
import { ticketReachCondition } from './ticket-reach.ts';

export type SuggestionState = 'open' | 'applied' | 'dismissed' | 'expired';

/** A suggestion as stored; times are epoch milliseconds UTC. */
export interface SuggestionRow extends Omit<Proposal, 'ruleId'> {
  readonly id: number;
  readonly ruleId: number | null;
  readonly ruleName: string | null;
  /** The name of what is proposed, or the text itself; null for a record that is gone. */
  readonly valueName: string | null;
  readonly state: SuggestionState;
}

/** With JSON arrays as their text. */
type StoredRow = Omit<SuggestionRow, 'evidence' | 'counted'> & { readonly evidence: string; readonly counted: string };

const facts = `SELECT t.id, s.kind = 'closed' AS closed, t.opened_at AS openedAt, t.type_id AS type,
  t.category_id AS category, t.priority_id AS priority, t.team_id AS team, t.agent_id AS agent,
  t.closure_note AS resolution
  FROM desk_ticket t JOIN desk_status s ON s.id = t.status_id WHERE t.id IN (SELECT value FROM json_each(?))`;

/** The tables that values are in, and which of their rows a ticket may be given. */
const values: Readonly<Record<Exclude<Suggestible, 'resolution'>, { table: string; givable: string }>> = {
  type: { table: 'desk_ticket_type', givable: 'inactive = 0' },
  category: { table: 'desk_category', givable: '1' },
  priority: { table: 'desk_priority', givable: '1' },
  team: { table: 'desk_team', givable: 'inactive = 0' },
  agent: { table: 'desk_agent', givable: 'disabled = 0 AND api_only = 0' },
};

const valueName = Object.entries(values)
  .map(([proposes, { table }]) => `WHEN '${proposes}' THEN (SELECT name FROM ${table} WHERE id = g.value_id)`)
  .join(' ');

/** What was suggested for tickets. Methods that write are called inside a change set. */
export function createSuggestionRepository(connection: Connection) {
  const prepare = createStatementCache(connection);
  const ofTicket = connection.prepare<[number], StoredRow>(`
    SELECT g.id, g.rule_id AS ruleId, r.name AS ruleName, g.proposes, coalesce(g.value_id, g.value_text) AS value,
      CASE g.proposes ${valueName} ELSE g.value_text END AS valueName,
      g.score, g.agreed, g.considered, g.evidence, g.counted, g.state
    FROM desk_suggestion g LEFT JOIN desk_suggestion_rule r ON r.id = g.rule_id
    WHERE g.ticket_id = +? ORDER BY r.sequence, g.id`);
  const closed = connection
    .prepare<[number], number>(
      'SELECT id FROM desk_ticket WHERE closed_at IS NOT NULL ORDER BY last_action_at DESC, id DESC LIMIT ?',
    )
    .pluck();
  const insert = connection.prepare(`
    INSERT INTO desk_suggestion (ticket_id, rule_id, proposes, value_id, value_text, score, agreed, considered, evidence,
      counted, state, made_at)
    VALUES (:ticketId, :ruleId, :proposes, :valueId, :valueText, :score, :agreed, :considered, :evidence,
      :counted, 'open', :at)`);
  const update = connection.prepare(`
    UPDATE desk_suggestion SET rule_id = :ruleId, score = :score, agreed = :agreed, considered = :considered,
      evidence = :evidence, counted = :counted WHERE id = +:id`);
  const decide = connection.prepare(
    'UPDATE desk_suggestion SET state = :state, decided_at = :at, decided_by = :by WHERE id = +:id',
  );
  const givable = new Map(
    Object.entries(values).map(([proposes, { table, givable: condition }]) => [
      proposes,
      connection.prepare<[number]>(`SELECT 1 FROM ${table} WHERE id = +? AND ${condition}`),
    ]),
  );

  const names = new Map(
    Object.entries(values).map(([proposes, { table }]) => [
      proposes,
      connection.prepare<[number], string>(`SELECT name FROM ${table} WHERE id = +?`).pluck(),
    ]),
  );

  return {
    /** Of those tickets that the viewer can see. */
    listFacts(viewer: Viewer, ids: readonly number[]): TicketFacts[] {
      const seen = ticketReachCondition(viewer.tickets, 't');
      return prepare<TicketFacts>(`${facts} AND ${seen.sql}`).all(JSON.stringify(ids), ...seen.parameters);
    },

    /** The closed tickets on which something was done last. */
    listClosed: (limit: number): number[] => closed.all(limit),

    isGivable: (proposes: Suggestible, id: number): boolean => givable.get(proposes)?.get(id) !== undefined,

    /** What a value is called; the text itself of a resolution. */
    nameOf: ({ proposes, value }: Pick<Proposal, 'proposes' | 'value'>): string =>
      typeof value === 'string' ? value : (names.get(proposes)?.get(value) ?? `${proposes} ${value}`),

    listOfTicket: (ticketId: number): SuggestionRow[] =>
      ofTicket.all(ticketId).map((row) => ({
        ...row,
        evidence: JSON.parse(row.evidence) as number[],
        counted: JSON.parse(row.counted) as number[],
      })),

    insert({ value, evidence, counted, ...proposal }: Proposal, ticketId: number, at: number): void {
      const isText = typeof value === 'string';
      const stored = { valueId: isText ? null : value, valueText: isText ? value : null };
      const tickets = { evidence: JSON.stringify(evidence), counted: JSON.stringify(counted) };
      insert.run({ ...proposal, ...stored, ...tickets, ticketId, at });
    },

    /** The same value again, on what is now known. */
    update(id: number, { ruleId, score, agreed, considered, evidence, counted }: Proposal): void {
      const tickets = { evidence: JSON.stringify(evidence), counted: JSON.stringify(counted) };
      update.run({ id, ruleId, score, agreed, considered, ...tickets });
    },

    decide(id: number, state: Exclude<SuggestionState, 'open'>, by: string, at: number): void {
      decide.run({ id, state, by, at });
    },
  };
}

export type SuggestionRepository = ReturnType<typeof createSuggestionRepository>;
