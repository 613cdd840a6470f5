import type { Database } from 'better-sqlite3';
import type { ApplicationRow } from './application-repository.ts';

type Owner = Pick<ApplicationRow, 'name' | 'acts_as' | 'agent_id' | 'user_id' | 'scopes' | 'enabled' | 'endpoints'> & {
  readonly application_id: string;
  readonly expires_at: number | null;
};

export interface KeyCredential extends Owner {
  readonly key_id: number;
  readonly disabled: number;
  /** The one endpoint that the key opens; null: those of its application. */
  readonly endpoint_id: string | null;
}

export interface TokenCredential extends Owner {
  /** Separated by spaces; null when the token was issued without any. */
  readonly token_scope: string | null;
  readonly audience: string | null;
}

export type CredentialRepository = ReturnType<typeof createCredentialRepository>;

/** The two look-ups behind every request to the endpoint: a credential's hash, together with its application. */
export function createCredentialRepository(connection: Database) {
  const owner = 'a.id AS application_id, a.name, a.acts_as, a.agent_id, a.user_id, a.scopes, a.enabled, a.endpoints';
  const key = connection.prepare<[Buffer], KeyCredential>(
    `SELECT ${owner}, k.expires_at, k.id AS key_id, k.disabled, k.endpoint_id
     FROM access_key k JOIN access_application a ON a.id = k.application_id
     WHERE k.hash = +? AND a.method = 'static_key'`,
  );
  const token = connection.prepare<[string], TokenCredential>(
    `SELECT ${owner}, o.expires_at, o.payload ->> '$.scope' AS token_scope, o.payload ->> '$.aud' AS audience
     FROM access_oauth_record o JOIN access_application a ON a.id = o.client_id
     WHERE o.kind = 'ClientCredentials' AND o.id = +? AND a.method = 'client_credentials'`,
  );

  return {
    findKey: (hash: Buffer) => key.get(hash),
    /** `id` as the OAuth records are stored under: access/secrets.ts, `recordId`. */
    findToken: (id: string) => token.get(id),
  };
}
