import type { Connection } from './connection.ts';

export interface NewTimeEntry {
  readonly agentId: number;
  readonly ticketId: number | null;
  readonly actionId: number | null;
  readonly note: string;
  readonly startedAt: number;
  readonly seconds: number;
}

export function createTimeEntryRepository(connection: Connection) {
  const insert =
    connection.prepare(`INSERT INTO desk_time_entry (agent_id, ticket_id, action_id, note, started_at, seconds)
    VALUES (:agentId, :ticketId, :actionId, :note, :startedAt, :seconds)`);

  return {
    insert: (entry: NewTimeEntry): number => Number(insert.run(entry).lastInsertRowid),
  };
}

export type TimeEntryRepository = ReturnType<typeof createTimeEntryRepository>;
