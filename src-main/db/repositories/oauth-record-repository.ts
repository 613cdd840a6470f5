import type { Database } from 'better-sqlite3';

/** One record of the OAuth server. Times are epoch milliseconds. */
export interface OAuthRecord {
  /** The server's name for the kind of record: ClientCredentials, Session, … */
  readonly kind: string;
  readonly id: string;
  readonly payload: Record<string, unknown>;
  readonly clientId: string | undefined;
  readonly grantId: string | undefined;
  readonly userCode: string | undefined;
  readonly uid: string | undefined;
  readonly expiresAt: number | undefined;
}

export interface FoundRecord {
  readonly payload: Record<string, unknown>;
  readonly consumedAt: number | undefined;
}

interface Row {
  readonly payload: string;
  readonly consumed_at: number | null;
}

export type OAuthRecordRepository = ReturnType<typeof createOAuthRecordRepository>;

/** What the OAuth server keeps. Methods that write are called inside a transaction. */
export function createOAuthRecordRepository(connection: Database) {
  const live = '(expires_at IS NULL OR expires_at > @now)';
  const read = (column: 'id' | 'uid' | 'user_code') =>
    connection.prepare<[{ kind: string; value: string; now: number }], Row>(
      `SELECT payload, consumed_at FROM access_oauth_record WHERE kind = @kind AND ${column} = @value AND ${live}`,
    );
  const reads = { id: read('id'), uid: read('uid'), userCode: read('user_code') };
  const upsert = connection.prepare(
    `INSERT INTO access_oauth_record (kind, id, payload, client_id, grant_id, user_code, uid, expires_at)
     VALUES (@kind, @id, @payload, @clientId, @grantId, @userCode, @uid, @expiresAt)
     ON CONFLICT (kind, id) DO UPDATE SET payload = excluded.payload, client_id = excluded.client_id,
       grant_id = excluded.grant_id, user_code = excluded.user_code, uid = excluded.uid, expires_at = excluded.expires_at`,
  );
  const consume = connection.prepare('UPDATE access_oauth_record SET consumed_at = ? WHERE kind = ? AND id = ?');
  const remove = connection.prepare('DELETE FROM access_oauth_record WHERE kind = ? AND id = ?');
  const removeByGrant = connection.prepare('DELETE FROM access_oauth_record WHERE grant_id = ?');
  const removeByClient = connection.prepare('DELETE FROM access_oauth_record WHERE client_id = ?');
  const prune = connection.prepare(
    `DELETE FROM access_oauth_record WHERE (kind, id) IN (
       SELECT kind, id FROM access_oauth_record WHERE expires_at <= ? LIMIT ?)`,
  );

  return {
    find(kind: string, by: keyof typeof reads, value: string, now: number): FoundRecord | undefined {
      const row = reads[by].get({ kind, value, now });
      if (row === undefined) return undefined;
      return {
        payload: JSON.parse(row.payload) as Record<string, unknown>,
        consumedAt: row.consumed_at ?? undefined,
      };
    },
    upsert({ kind, id, payload, clientId, grantId, userCode, uid, expiresAt }: OAuthRecord): void {
      const optional = { clientId, grantId, userCode, uid, expiresAt };
      upsert.run({
        ...{ kind, id, payload: JSON.stringify(payload) },
        ...Object.fromEntries(Object.entries(optional).map(([name, value]) => [name, value ?? null])),
      });
    },
    consume: (kind: string, id: string, at: number) => void consume.run(at, kind, id),
    remove: (kind: string, id: string) => void remove.run(kind, id),
    removeByGrant: (grantId: string) => void removeByGrant.run(grantId),
    removeByClient: (clientId: string) => void removeByClient.run(clientId),
    /** Removes at most `limit` records that expired at or before `at`. */
    prune: (at: number, limit: number) => prune.run(at, limit).changes,
  };
}
