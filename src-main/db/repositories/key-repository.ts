import type { Database } from 'better-sqlite3';
import type { StoredSecret } from './application-repository.ts';

export type KeySlot = 1 | 2;

/** A static key as it can be shown: never the key itself. */
export interface Key {
  readonly id: number;
  readonly applicationId: string;
  readonly slot: KeySlot;
  /** The last characters of the key. */
  readonly hint: string;
  readonly enabled: boolean;
  /** The only endpoint that it opens; absent: those of its application. */
  readonly endpointId?: string;
  readonly createdAt: number;
  readonly expiresAt?: number;
  readonly lastUse?: { readonly at: number; readonly from: string };
}

/** One use of a key; `from` is the remote address. */
export interface KeyUse {
  readonly keyId: number;
  readonly at: number;
  readonly from: string;
}

export interface NewKey extends StoredSecret {
  readonly applicationId: string;
  readonly slot: KeySlot;
  readonly createdAt: number;
  readonly expiresAt: number | undefined;
  readonly endpointId: string | undefined;
}

interface Row {
  readonly id: number;
  readonly application_id: string;
  readonly slot: KeySlot;
  readonly hint: string;
  readonly created_at: number;
  readonly expires_at: number | null;
  readonly disabled: number;
  readonly endpoint_id: string | null;
  readonly last_used_at: number | null;
  readonly last_used_from: string | null;
}

const columns = `id, application_id, slot, hint, created_at, expires_at, disabled, endpoint_id, last_used_at,
  last_used_from`;

export type KeyRepository = ReturnType<typeof createKeyRepository>;

/** Static keys by their hashes. Methods that write are called inside a transaction. */
export function createKeyRepository(connection: Database) {
  const list = connection.prepare<[string], Row>(
    `SELECT ${columns} FROM access_key WHERE application_id = ? ORDER BY slot`,
  );
  const find = connection.prepare<[number], Row>(`SELECT ${columns} FROM access_key WHERE id = ?`);
  const insert = connection.prepare(
    `INSERT INTO access_key (application_id, slot, hash, hint, created_at, expires_at, endpoint_id)
     VALUES (@applicationId, @slot, @hash, @hint, @createdAt, @expiresAt, @endpointId)`,
  );
  const setDisabled = connection.prepare('UPDATE access_key SET disabled = ? WHERE id = ?');
  const setExpiry = connection.prepare('UPDATE access_key SET expires_at = ? WHERE id = ?');
  const setEndpoint = connection.prepare('UPDATE access_key SET endpoint_id = ? WHERE id = ?');
  const remove = connection.prepare('DELETE FROM access_key WHERE id = ?');
  const removeAll = connection.prepare('DELETE FROM access_key WHERE application_id = ?');
  const recordUse = connection.prepare(
    `UPDATE access_key SET last_used_at = @at, last_used_from = @from
     WHERE id = +@keyId AND (last_used_at IS NULL OR last_used_at <= +@at)`,
  );

  return {
    list: (applicationId: string) => list.all(applicationId).map(keyFrom),
    find(id: number): Key | undefined {
      const row = find.get(id);
      return row && keyFrom(row);
    },
    insert(key: NewKey): number {
      const row = { ...key, expiresAt: key.expiresAt ?? null, endpointId: key.endpointId ?? null };
      return Number(insert.run(row).lastInsertRowid);
    },
    setEnabled: (id: number, enabled: boolean) => void setDisabled.run(enabled ? 0 : 1, id),
    setExpiry: (id: number, expiresAt: number | undefined) => void setExpiry.run(expiresAt ?? null, id),
    setEndpoint: (id: number, endpointId: string | undefined) => void setEndpoint.run(endpointId ?? null, id),
    remove: (id: number) => void remove.run(id),
    removeAll: (applicationId: string) => void removeAll.run(applicationId),
    recordUse: (use: KeyUse) => void recordUse.run(use),
  };
}

function keyFrom(row: Row): Key {
  return {
    id: row.id,
    applicationId: row.application_id,
    slot: row.slot,
    hint: row.hint,
    enabled: row.disabled === 0,
    ...(row.endpoint_id === null ? {} : { endpointId: row.endpoint_id }),
    createdAt: row.created_at,
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    ...(row.last_used_at === null ? {} : { lastUse: { at: row.last_used_at, from: row.last_used_from ?? '' } }),
  };
}
