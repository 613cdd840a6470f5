import { createHash } from 'node:crypto';
import type { Connection } from './connection.ts';

/** A request to a model. Durations are milliseconds from its start. */
export interface ExchangeRow {
  readonly id: number;
  readonly turnId: number;
  readonly number: number;
  readonly url: string;
  readonly startedAt: number;
  readonly status: number | null;
  readonly firstEventMs: number | null;
  readonly endedMs: number | null;
  readonly events: number;
  readonly serverRequestId: string | null;
  /** JSON text. */
  readonly error: string | null;
}

export interface ExchangeEventRow {
  readonly exchangeId: number;
  readonly number: number;
  readonly atMs: number;
  readonly type: string;
  /** The whole event as it came. */
  readonly text: string;
}

export interface ExchangeEventLine extends ExchangeEventRow {
  readonly length: number;
}

const columns = `id, turn_id AS turnId, number, url, started_at AS startedAt, status, first_event_ms AS firstEventMs,
  ended_ms AS endedMs, events, server_request_id AS serverRequestId, error`;

/** Requests to models with every event of their answers. Methods that write are called inside a transaction. */
export function createExchangeRepository(connection: Connection) {
  const findBody = connection.prepare<[Buffer], number>('SELECT id FROM trace_model_request WHERE hash = ?').pluck();
  const insertBody = connection.prepare('INSERT INTO trace_model_request (hash, body) VALUES (?, ?)');
  const insert = connection.prepare(`
    INSERT INTO trace_exchange (turn_id, number, model_request_id, url, started_at) VALUES (?, ?, ?, ?, ?)`);
  const update = connection.prepare(`
    UPDATE trace_exchange SET status = @status, first_event_ms = @firstEventMs, ended_ms = @endedMs, events = @events,
      server_request_id = @serverRequestId, error = @error WHERE id = @id`);
  const insertEvent = connection.prepare(`
    INSERT INTO trace_exchange_event (exchange_id, number, at_ms, type, length, text)
    VALUES (@exchangeId, @number, @atMs, @type, @length, @text)`);
  const list = connection.prepare<[number], ExchangeRow>(
    `SELECT ${columns} FROM trace_exchange WHERE turn_id = ? ORDER BY number`,
  );
  const find = connection.prepare<[number], ExchangeRow>(`SELECT ${columns} FROM trace_exchange WHERE id = ?`);
  const body = connection
    .prepare<[number], string>(
      'SELECT r.body FROM trace_exchange e JOIN trace_model_request r ON r.id = e.model_request_id WHERE e.id = ?',
    )
    .pluck();
  const events = connection.prepare<[number, number, number, number], ExchangeEventLine>(
    `SELECT exchange_id AS exchangeId, number, at_ms AS atMs, type, length, substr(text, 1, ?) AS text
     FROM trace_exchange_event WHERE exchange_id = ? AND number > ? ORDER BY number LIMIT ?`,
  );
  const texts = connection
    .prepare<[number], string>('SELECT text FROM trace_exchange_event WHERE exchange_id = ? ORDER BY number')
    .pluck();
  const move = connection.prepare('UPDATE trace_exchange SET turn_id = ? WHERE turn_id = ? AND number <= ?');
  const ofConversation = `SELECT e.id FROM trace_exchange e JOIN trace_turn t ON t.id = e.turn_id
    WHERE t.conversation_id = ?`;
  const removeEvents = connection.prepare(`DELETE FROM trace_exchange_event WHERE exchange_id IN (${ofConversation})`);
  const remove = connection.prepare(`DELETE FROM trace_exchange WHERE id IN (${ofConversation})`);
  const removeBodies = connection.prepare(
    'DELETE FROM trace_model_request WHERE id NOT IN (SELECT model_request_id FROM trace_exchange)',
  );

  const storeBody = (text: string): number => {
    const hash = createHash('sha256').update(text).digest();
    return findBody.get(hash) ?? Number(insertBody.run(hash, text).lastInsertRowid);
  };

  return {
    /** `request` is the body without what it was asked, as JSON. Returns the id. */
    insert: (row: Pick<ExchangeRow, 'turnId' | 'number' | 'url' | 'startedAt'>, request: string): number =>
      Number(insert.run(row.turnId, row.number, storeBody(request), row.url, row.startedAt).lastInsertRowid),
    update: (row: ExchangeRow) => void update.run(row),
    insertEvent: (row: ExchangeEventRow) => void insertEvent.run({ ...row, length: row.text.length }),
    /** In the order in which they were made. */
    list: (turnId: number): ExchangeRow[] => list.all(turnId),
    find: (id: number): ExchangeRow | undefined => find.get(id),
    findBody: (id: number): string | undefined => body.get(id),
    /** At least `length` characters of each, where there are as many. */
    listEvents: (id: number, after: number, limit: number, length: number): ExchangeEventLine[] =>
      events.all(length, id, after, limit),
    listEventTexts: (id: number): string[] => texts.all(id),
    /** Another turn holds those up to and with that number, but for numbers that it has itself. */
    moveUpTo: (fromTurnId: number, toTurnId: number, number: number) => {
      const own = list.all(toTurnId)[0]?.number ?? Infinity;
      move.run(toTurnId, fromTurnId, Math.min(number, own - 1));
    },
    removeOf(conversationId: number): void {
      removeEvents.run(conversationId);
      remove.run(conversationId);
      removeBodies.run();
    },
  };
}
