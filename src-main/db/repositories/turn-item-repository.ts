import type { Connection } from './connection.ts';

/** What came of a turn, piece by piece. `facts`, `wire` and `reply` are JSON text. */
export interface TurnItemRow {
  readonly id: number;
  readonly turnId: number;
  readonly position: number;
  /** The number of the exchange that it came with. */
  readonly exchange: number;
  /** That of the one that brought `reply`. */
  readonly replyExchange: number | null;
  readonly kind: string;
  readonly state: string | null;
  readonly facts: string;
  readonly text: string;
  /** What a call came to, as the model is told. */
  readonly result: string | null;
  /** As the server sent it, and wants it back. */
  readonly wire: string | null;
  /** What the server sent later of the same thing: the call that an approval led to. */
  readonly reply: string | null;
}

/** An item as it is shown: of its texts the beginning, and how long they are. */
export interface TurnItemLine extends Omit<TurnItemRow, 'wire' | 'reply'> {
  readonly textLength: number;
  readonly resultLength: number | null;
}

const facts = `id, turn_id AS turnId, position, exchange, reply_exchange AS replyExchange, kind, state, facts`;
const ofTurns = 'FROM trace_turn_item WHERE turn_id IN (SELECT value FROM json_each(+?)) ORDER BY turn_id, position';

/** Items of turns. Methods that write are called inside a transaction; lengths are counted as JavaScript does. */
export function createTurnItemRepository(connection: Connection) {
  const insert = connection.prepare(`
    INSERT INTO trace_turn_item
      (turn_id, position, exchange, reply_exchange, kind, state, text_length, result_length, facts, text, wire, reply, result)
    VALUES (@turnId, @position, @exchange, @replyExchange, @kind, @state, @textLength, @resultLength, @facts, @text, @wire,
      @reply, @result)`);
  const update = connection.prepare(`
    UPDATE trace_turn_item SET reply_exchange = @replyExchange, kind = @kind, state = @state, text_length = @textLength,
      result_length = @resultLength, facts = @facts, text = @text, wire = @wire, reply = @reply, result = @result
    WHERE id = @id`);
  const lines = connection.prepare<[number, number, string], TurnItemLine>(
    `SELECT ${facts}, substr(text, 1, ?) AS text, substr(result, 1, ?) AS result, text_length AS textLength,
       result_length AS resultLength ${ofTurns}`,
  );
  const whole = connection.prepare<[string], TurnItemRow>(`SELECT ${facts}, text, result, wire, reply ${ofTurns}`);
  const find = connection.prepare<[number], TurnItemRow>(
    `SELECT ${facts}, text, result, wire, reply FROM trace_turn_item WHERE id = ?`,
  );
  const remove = connection.prepare(
    'DELETE FROM trace_turn_item WHERE turn_id IN (SELECT id FROM trace_turn WHERE conversation_id = ?)',
  );

  const measure = (row: TurnItemRow) => ({
    ...row,
    textLength: row.text.length,
    resultLength: row.result?.length ?? null,
  });

  return {
    /** Returns its id. */
    insert: (row: Omit<TurnItemRow, 'id'>): number => Number(insert.run(measure({ ...row, id: 0 })).lastInsertRowid),
    update: (row: TurnItemRow) => void update.run(measure(row)),
    /** At least `length` characters of each text, where there are as many. */
    listShown: (turnIds: readonly number[], length: number): TurnItemLine[] =>
      lines.all(length, length, JSON.stringify(turnIds)),
    listWhole: (turnIds: readonly number[]): TurnItemRow[] => whole.all(JSON.stringify(turnIds)),
    find: (id: number): TurnItemRow | undefined => find.get(id),
    removeOf: (conversationId: number) => void remove.run(conversationId),
  };
}
