import type { Database } from 'better-sqlite3';
import { prepareListTurnPlaces } from './turn-places.ts';

export interface CallRow {
  /** When the call arrived, epoch milliseconds UTC. */
  readonly at: number;
  readonly microseconds: number;
  readonly endpointId: string;
  readonly configurationVersion: number;
  readonly era: string;
  readonly client: string;
  readonly applicationId: string | null;
  readonly principal: string;
  readonly tool: string;
  /** JSON text. */
  readonly arguments: string;
  /** JSON text; null when the call failed. */
  readonly result: string | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly changeSetId: number | null;
  /** The item of a conversation's turn that made it. */
  readonly turnItemId: number | null;
}

export interface StoredCall extends CallRow {
  readonly id: number;
}

/** A call without what may be long: `arguments` is cut, the result left out. */
export type CallLine = Omit<StoredCall, 'result'>;

/** As much of the arguments as a line shows. */
export const argumentsInLine = 300;

const columns = `at, microseconds, endpoint_id, configuration_version, era, client, application_id, principal, tool,
  arguments, result, error_code, error_message, change_set_id, turn_item_id`;

const line = `id, at, microseconds, endpoint_id AS endpointId, configuration_version AS configurationVersion, era, client,
  application_id AS applicationId, principal, tool, error_code AS errorCode, error_message AS errorMessage,
  change_set_id AS changeSetId, turn_item_id AS turnItemId`;
const cut = `substr(arguments, 1, ${argumentsInLine}) AS arguments`;

export type ActivityRepository = ReturnType<typeof createActivityRepository>;

/** The activity log: one row for every tools/call, whoever made it. */
export function createActivityRepository(connection: Database) {
  const insert = connection.prepare(`
    INSERT INTO trace_call (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const latest = connection.prepare<[number, number], CallLine>(
    `SELECT ${line}, ${cut} FROM trace_call WHERE id > ? ORDER BY id DESC LIMIT ?`,
  );
  const lines = connection.prepare<[string], CallLine>(
    `SELECT ${line}, ${cut} FROM trace_call WHERE id IN (SELECT value FROM json_each(+?)) ORDER BY id DESC`,
  );
  const calls = connection.prepare<[string], StoredCall>(
    `SELECT ${line}, arguments, result FROM trace_call WHERE id IN (SELECT value FROM json_each(+?)) ORDER BY id DESC`,
  );
  const ofTurnItem = connection.prepare<[number], StoredCall>(
    `SELECT ${line}, arguments, result FROM trace_call WHERE turn_item_id = ? ORDER BY id DESC LIMIT 1`,
  );
  const setTurnItem = connection.prepare('UPDATE trace_call SET turn_item_id = ? WHERE id = ?');
  const older = connection.prepare<[number], number>('SELECT max(id) FROM trace_call WHERE id < ?').pluck();
  const newer = connection.prepare<[number], number>('SELECT min(id) FROM trace_call WHERE id > ?').pluck();
  const fromApplication = connection
    .prepare<[], number>(
      `SELECT EXISTS (SELECT 1 FROM (
         SELECT application_id FROM trace_call INDEXED BY trace_call_facts ORDER BY id DESC LIMIT 1000)
       WHERE application_id IS NOT NULL)`,
    )
    .pluck();

  return {
    /** Returns the call's id. */
    insert: (row: CallRow): number =>
      Number(
        insert.run(
          row.at,
          row.microseconds,
          row.endpointId,
          row.configurationVersion,
          row.era,
          row.client,
          row.applicationId,
          row.principal,
          row.tool,
          row.arguments,
          row.result,
          row.errorCode,
          row.errorMessage,
          row.changeSetId,
          row.turnItemId,
        ).lastInsertRowid,
      ),
    /** The latest first, with ids above `after`. */
    listLatest: (after: number, limit: number): CallLine[] => latest.all(after, limit),
    /** Newest first, whatever the order of the ids. */
    listLines: (ids: readonly number[]): CallLine[] => lines.all(JSON.stringify(ids)),
    listCalls: (ids: readonly number[]): StoredCall[] => calls.all(JSON.stringify(ids)),
    find: (id: number): StoredCall | undefined => calls.get(JSON.stringify([id])),
    /** The call that an item of a conversation's turn made. */
    findOfTurnItem: (turnItemId: number): StoredCall | undefined => ofTurnItem.get(turnItemId),
    /** For a call that a model's server made on behalf of the item. Called inside a transaction. */
    setTurnItem: (id: number, turnItemId: number) => void setTurnItem.run(turnItemId, id),
    /** Where the items stand that made calls. */
    listTurnPlaces: prepareListTurnPlaces(connection),
    /** The ids next to one in the log. */
    findNeighbours(id: number): { older?: number; newer?: number } {
      const [before, after] = [older.get(id), newer.get(id)];
      return { ...(before ? { older: before } : {}), ...(after ? { newer: after } : {}) };
    },
    /** Whether any of the latest thousand calls came through an application, and so from a client. */
    hasCallOfClient: (): boolean => fromApplication.get() === 1,
  };
}
