import { madeByColumn, madeByFunction } from '../made-by.ts';
import type { Connection } from './connection.ts';
import { madeByColumns } from './made-by-columns.ts';
import type { ConversationRow, HistoryRow, NewAction } from './ticket-rows.ts';

export function createActionRepository(connection: Connection) {
  const conversation = (condition: string) =>
    connection.prepare<[number, number, number], ConversationRow>(`
      SELECT a.number, a.kind, a.outcome, a.actor, a.agent_id AS agentId, a.user_id AS userId, a.private, a.note, a.at,
        s.name AS newStatusName
      FROM desk_action a LEFT JOIN desk_status s ON s.id = a.status_after_id AND a.status_after_id IS NOT a.status_before_id
      WHERE a.ticket_id = +? ${condition} ORDER BY a.number DESC LIMIT +? OFFSET +?`);
  const count = (condition: string) =>
    connection
      .prepare<[number], number>(`SELECT count(*) FROM desk_action a WHERE a.ticket_id = +? ${condition}`)
      .pluck();

  const notPrivate = 'AND a.private = 0';
  const everything = { page: conversation(''), count: count('') };
  const publicOnly = { page: conversation(notPrivate), count: count(notPrivate) };
  const choose = (seesPrivate: boolean) => (seesPrivate ? everything : publicOnly);

  const history = connection.prepare<[number, number, number], HistoryRow>(`
    SELECT a.id, a.number, a.kind, a.outcome, a.actor, a.agent_id AS agentId, a.user_id AS userId, a.private, a.note,
      a.seconds, a.at, s.name AS newStatusName, ${madeByColumns('desk_action', 'a')}
    FROM desk_action a LEFT JOIN desk_status s ON s.id = a.status_after_id AND a.status_after_id IS NOT a.status_before_id
    WHERE a.ticket_id = +? ORDER BY a.number LIMIT +? OFFSET +?`);

  const insert =
    connection.prepare(`INSERT INTO desk_action (ticket_id, number, kind, outcome, agent_id, user_id, actor,
    private, note, seconds, status_before_id, status_after_id, at, outcome_id, ${madeByColumn})
    VALUES (:ticketId, :number, :kind, :outcome, :agentId, :userId, :actor, :private, :note, :seconds,
    :statusBeforeId, :statusAfterId, :at, :outcomeId, ${madeByFunction}())`);
  const lastNumber = connection
    .prepare<[number], number>('SELECT coalesce(max(number), 0) FROM desk_action WHERE ticket_id = +?')
    .pluck();

  return {
    /** The latest first. */
    listConversation(ticketId: number, seesPrivate: boolean, limit: number, offset: number): ConversationRow[] {
      return choose(seesPrivate).page.all(ticketId, limit, offset);
    },

    /** Every entry, the oldest first. */
    listHistory: (ticketId: number, limit: number, offset: number): HistoryRow[] =>
      history.all(ticketId, limit, offset),

    countConversation(ticketId: number, seesPrivate: boolean): number {
      return choose(seesPrivate).count.get(ticketId) ?? 0;
    },

    /** Gives the action the next number of its ticket. */
    insert(action: NewAction): { id: number; number: number } {
      const number = (lastNumber.get(action.ticketId) ?? 0) + 1;
      const { lastInsertRowid } = insert.run({ ...action, private: action.private ? 1 : 0, number });
      return { id: Number(lastInsertRowid), number };
    },
  };
}

export type ActionRepository = ReturnType<typeof createActionRepository>;
