import type { Database } from 'better-sqlite3';

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
}

export interface StoredCall extends CallRow {
  readonly id: number;
}

const columns = `at, microseconds, endpoint_id, configuration_version, era, client, application_id, principal, tool,
  arguments, result, error_code, error_message, change_set_id`;

/** The activity log: one row for every tools/call, whoever made it. */
export function createActivityRepository(connection: Database) {
  const insert = connection.prepare(`
    INSERT INTO trace_call (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const list = connection.prepare<[{ before: number; tool: string | null; limit: number }], StoredCall>(`
    SELECT id, at, microseconds, endpoint_id AS endpointId, configuration_version AS configurationVersion, era, client,
      application_id AS applicationId, principal, tool, arguments, result, error_code AS errorCode,
      error_message AS errorMessage, change_set_id AS changeSetId
    FROM trace_call WHERE id < @before AND (@tool IS NULL OR tool = @tool) ORDER BY id DESC LIMIT @limit`);

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
        ).lastInsertRowid,
      ),
    /** The latest calls first, at most `limit`, with ids below `before`. */
    list: (options: { before?: number | undefined; tool?: string | undefined; limit: number }): StoredCall[] =>
      list.all({
        before: options.before ?? Number.MAX_SAFE_INTEGER,
        tool: options.tool ?? null,
        limit: options.limit,
      }),
  };
}
