import type { Connection } from './connection.ts';

/** One try of one prompt. Times of day in epoch milliseconds, durations in milliseconds; the rest is JSON text. */
export interface TurnRow {
  readonly id: number;
  readonly conversationId: number;
  readonly number: number;
  readonly attempt: number;
  readonly state: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly firstTokenMs: number | null;
  readonly modelMs: number;
  readonly toolsMs: number;
  readonly exchanges: number;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  /** Of a copy: the turn that holds its exchanges. */
  readonly originId: number | null;
  /** The turn whose recorded answers it is given. */
  readonly replayOfId: number | null;
  readonly error: string | null;
  readonly notes: string;
  readonly setup: string;
  readonly prompt: string;
}

const names = {
  conversationId: 'conversation_id',
  number: 'number',
  attempt: 'attempt',
  state: 'state',
  startedAt: 'started_at',
  endedAt: 'ended_at',
  firstTokenMs: 'first_token_ms',
  modelMs: 'model_ms',
  toolsMs: 'tools_ms',
  exchanges: 'exchanges',
  inputTokens: 'input_tokens',
  cachedTokens: 'cached_tokens',
  outputTokens: 'output_tokens',
  reasoningTokens: 'reasoning_tokens',
  originId: 'origin_id',
  replayOfId: 'replay_of_id',
  error: 'error',
  notes: 'notes',
  setup: 'setup',
  prompt: 'prompt',
} as const satisfies Record<keyof Omit<TurnRow, 'id'>, string>;

/** What changes while a turn runs. */
const changing = [
  ...(['state', 'endedAt', 'firstTokenMs', 'modelMs', 'toolsMs', 'exchanges', 'inputTokens', 'cachedTokens'] as const),
  ...(['outputTokens', 'reasoningTokens', 'error', 'notes'] as const),
];

const columns = ['id', ...Object.entries(names).map(([name, column]) => `${column} AS ${name}`)].join(', ');
const select = `SELECT ${columns} FROM trace_turn`;
/** Of each prompt the latest try. */
const current = `attempt = (SELECT max(l.attempt) FROM trace_turn l
  WHERE l.conversation_id = trace_turn.conversation_id AND l.number = trace_turn.number)`;

/** Turns of conversations. Methods that write are called inside a transaction. */
export function createTurnRepository(connection: Connection) {
  const insert = connection.prepare(`
    INSERT INTO trace_turn (${Object.values(names).join(', ')})
    VALUES (${Object.keys(names)
      .map((name) => `@${name}`)
      .join(', ')})`);
  const update = connection.prepare(
    `UPDATE trace_turn SET ${changing.map((name) => `${names[name]} = @${name}`).join(', ')} WHERE id = @id`,
  );
  const find = connection.prepare<[number], TurnRow>(`${select} WHERE id = ?`);
  const latest = connection.prepare<[number], TurnRow>(
    `${select} WHERE conversation_id = ? ORDER BY number DESC, attempt DESC LIMIT 1`,
  );
  const before = connection.prepare<[number, number, number], TurnRow>(
    `${select} WHERE conversation_id = ? AND number < ? AND ${current} ORDER BY number DESC LIMIT ?`,
  );
  const attempts = connection.prepare<[number, number], TurnRow>(
    `${select} WHERE conversation_id = ? AND number = ? ORDER BY attempt DESC`,
  );
  const all = connection.prepare<[number], TurnRow>(`${select} WHERE conversation_id = ? ORDER BY number, attempt`);
  const open = connection.prepare<[string], TurnRow>(`${select} WHERE state = ? ORDER BY id`);
  const copies = connection
    .prepare<[number], number>('SELECT id FROM trace_turn WHERE origin_id = ? ORDER BY id')
    .pluck();
  const setOrigin = connection.prepare('UPDATE trace_turn SET origin_id = ? WHERE id = ?');
  const remove = connection.prepare('DELETE FROM trace_turn WHERE conversation_id = ?');

  return {
    /** Returns its id. */
    insert: (row: Omit<TurnRow, 'id'>): number => Number(insert.run(row).lastInsertRowid),
    /** Writes what changes while it runs. */
    update: (row: TurnRow) => void update.run(row),
    find: (id: number): TurnRow | undefined => find.get(id),
    findLatest: (conversationId: number): TurnRow | undefined => latest.get(conversationId),
    /** Those with lower numbers, the latest try of each, the latest first. */
    listBefore: (conversationId: number, number: number, limit: number): TurnRow[] =>
      before.all(conversationId, number, limit),
    /** The latest first. */
    listAttempts: (conversationId: number, number: number): TurnRow[] => attempts.all(conversationId, number),
    /** Every try of every prompt, the oldest first. */
    listAll: (conversationId: number): TurnRow[] => all.all(conversationId),
    listOpen: (state: 'running' | 'waiting'): TurnRow[] => open.all(state),
    listCopies: (originId: number): number[] => copies.all(originId),
    setOrigin: (id: number, originId: number | null) => void setOrigin.run(originId, id),
    /** Their items and exchanges are gone before. */
    removeOf: (conversationId: number) => void remove.run(conversationId),
  };
}
