import type { Connection } from './connection.ts';

export type ToolEffect = 'read' | 'write' | 'destructive';

export interface ApprovalGrantRow {
  readonly id: number;
  /** Null: for every conversation. */
  readonly conversationId: number | null;
  readonly endpointId: string;
  /** Null: every tool that only reads. */
  readonly tool: string | null;
  /** What the tool did when it was allowed: one that does more by now is asked about again. */
  readonly effect: ToolEffect;
  readonly createdAt: number;
}

const columns =
  'id, conversation_id AS conversationId, endpoint_id AS endpointId, tool, effect, created_at AS createdAt';

/** What may be called without asking. Methods that write are called inside a transaction. */
export function createApprovalGrantRepository(connection: Connection) {
  const insert = connection.prepare(`
    INSERT INTO trace_approval_grant (conversation_id, endpoint_id, tool, effect, created_at)
    VALUES (@conversationId, @endpointId, @tool, @effect, @createdAt)
    ON CONFLICT (endpoint_id, coalesce(conversation_id, 0), coalesce(tool, '')) DO UPDATE SET effect = excluded.effect`);
  const list = connection.prepare<[number], ApprovalGrantRow>(
    `SELECT ${columns} FROM trace_approval_grant WHERE conversation_id IS NULL OR conversation_id = ? ORDER BY id`,
  );
  const remove = connection.prepare('DELETE FROM trace_approval_grant WHERE id = ?');
  const removeOf = connection.prepare('DELETE FROM trace_approval_grant WHERE conversation_id = ?');

  return {
    put: (row: Omit<ApprovalGrantRow, 'id'>) => void insert.run(row),
    /** Those for every conversation, and those of this one; 0 has none. */
    list: (conversationId: number): ApprovalGrantRow[] => list.all(conversationId),
    /** Answers whether there was one. */
    remove: (id: number): boolean => remove.run(id).changes > 0,
    removeOf: (conversationId: number) => void removeOf.run(conversationId),
  };
}
