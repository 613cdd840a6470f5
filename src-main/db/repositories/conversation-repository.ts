import type { Connection } from './connection.ts';

export interface ConversationRow {
  readonly id: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** 1 once a person has given it its title. */
  readonly named: 0 | 1;
  readonly comparisonId: number | null;
  readonly branchOfId: number | null;
  readonly branchOfTurn: number | null;
  readonly replayOfId: number | null;
  readonly title: string;
  /** JSON text. */
  readonly setup: string;
}

/** With what its turns add up to: of each, its latest try. */
export interface ConversationLine extends ConversationRow {
  readonly turns: number;
  readonly state: string | null;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
}

const columns = `c.id, c.created_at AS createdAt, c.updated_at AS updatedAt, c.named, c.comparison_id AS comparisonId,
  c.branch_of_id AS branchOfId, c.branch_of_turn AS branchOfTurn, c.replay_of_id AS replayOfId, c.title, c.setup`;

/** Every try counts: it was paid for. */
const sums = `
  coalesce(max(t.number), 0) AS turns,
  (SELECT l.state FROM trace_turn l WHERE l.conversation_id = c.id ORDER BY l.number DESC, l.attempt DESC LIMIT 1) AS state,
  coalesce(sum(t.input_tokens), 0) AS inputTokens, coalesce(sum(t.cached_tokens), 0) AS cachedTokens,
  coalesce(sum(t.output_tokens), 0) AS outputTokens, coalesce(sum(t.reasoning_tokens), 0) AS reasoningTokens`;

const lines = `SELECT ${columns}, ${sums} FROM trace_conversation c LEFT JOIN trace_turn t ON t.conversation_id = c.id`;

/** Conversations. Methods that write are called inside a transaction. */
export function createConversationRepository(connection: Connection) {
  const insert = connection.prepare(`
    INSERT INTO trace_conversation
      (created_at, updated_at, named, comparison_id, branch_of_id, branch_of_turn, replay_of_id, title, setup)
    VALUES (@createdAt, @updatedAt, @named, @comparisonId, @branchOfId, @branchOfTurn, @replayOfId, @title, @setup)`);
  const find = connection.prepare<[number], ConversationLine>(`${lines} WHERE c.id = ? GROUP BY c.id`);
  const latest = connection.prepare<[number, number], ConversationLine>(`
    ${lines} WHERE c.id IN (SELECT id FROM trace_conversation ORDER BY updated_at DESC, id DESC LIMIT ? OFFSET ?)
    GROUP BY c.id ORDER BY c.updated_at DESC, c.id DESC`);
  const some = connection.prepare<[string], ConversationLine>(
    `${lines} WHERE c.id IN (SELECT value FROM json_each(+?)) GROUP BY c.id ORDER BY c.updated_at DESC, c.id DESC`,
  );
  const beside = connection.prepare<[number, number], ConversationLine>(
    `${lines} WHERE c.comparison_id = ? AND c.id <> ? GROUP BY c.id ORDER BY c.id`,
  );
  const count = connection.prepare<[], number>('SELECT count(*) FROM trace_conversation').pluck();
  const compare = connection.prepare('UPDATE trace_conversation SET comparison_id = ? WHERE id = ?');
  const touch = connection.prepare('UPDATE trace_conversation SET updated_at = ? WHERE id = ?');
  const retitle = connection.prepare('UPDATE trace_conversation SET title = ?, named = ? WHERE id = ?');
  const setUp = connection.prepare('UPDATE trace_conversation SET setup = ? WHERE id = ?');
  const remove = connection.prepare('DELETE FROM trace_conversation WHERE id = ?');

  return {
    /** Returns its id. */
    insert: (row: Omit<ConversationRow, 'id'>): number => Number(insert.run(row).lastInsertRowid),
    find: (id: number): ConversationLine | undefined => find.get(id),
    /** The latest first. */
    list: (limit: number, offset: number): ConversationLine[] => latest.all(limit, offset),
    /** The latest first, whatever the order of the ids. */
    listSome: (ids: readonly number[]): ConversationLine[] => some.all(JSON.stringify(ids)),
    listBeside: (comparisonId: number, id: number): ConversationLine[] => beside.all(comparisonId, id),
    count: (): number => count.get() ?? 0,
    setComparison: (id: number, comparisonId: number) => void compare.run(comparisonId, id),
    touch: (id: number, at: number) => void touch.run(at, id),
    setTitle: (id: number, title: string, named: boolean) => void retitle.run(title, named ? 1 : 0, id),
    setSetup: (id: number, setup: string) => void setUp.run(setup, id),
    /** Its turns and grants are gone before. */
    remove: (id: number) => void remove.run(id),
  };
}
