import type { Database } from 'better-sqlite3';
import type { Scope } from '../../../src-shared/domain/scopes.ts';

export type ApplicationMethod = 'static_key' | 'client_credentials';

/** Who an application logs in as. A service is nobody: it acts as itself. */
export type ActsAs =
  | { readonly kind: 'agent'; readonly agentId: number }
  | { readonly kind: 'user'; readonly userId: number }
  | { readonly kind: 'service' };

export interface Application {
  /** Also its OAuth client id. */
  readonly id: string;
  readonly name: string;
  readonly method: ApplicationMethod;
  readonly actsAs: ActsAs;
  readonly scopes: readonly Scope[];
  readonly enabled: boolean;
  /** Ids of the only endpoints that it may use; null: all of them. */
  readonly endpoints: readonly string[] | null;
  /** The last characters of the client secret, to tell it from another; absent for static keys. */
  readonly secretHint?: string;
  readonly createdAt: number;
}

/** What the database keeps of a secret: see access/secrets.ts. */
export interface StoredSecret {
  readonly hash: Buffer;
  readonly hint: string;
}

/** The columns of an application; `applicationFrom` makes the object of them. */
export interface ApplicationRow {
  readonly id: string;
  readonly name: string;
  readonly method: ApplicationMethod;
  readonly acts_as: ActsAs['kind'];
  readonly agent_id: number | null;
  readonly user_id: number | null;
  readonly scopes: string;
  readonly enabled: number;
  /** A JSON array of ids. */
  readonly endpoints: string | null;
  readonly secret_hint: string | null;
  readonly created_at: number;
}

const columns = 'id, name, method, acts_as, agent_id, user_id, scopes, enabled, endpoints, secret_hint, created_at';

export type ApplicationRepository = ReturnType<typeof createApplicationRepository>;

/** Applications and the hashes of their client secrets. Methods that write are called inside a transaction. */
export function createApplicationRepository(connection: Database) {
  const list = connection.prepare<[], ApplicationRow>(
    `SELECT ${columns} FROM access_application ORDER BY name LIMIT 1000`,
  );
  const find = connection.prepare<[string], ApplicationRow>(`SELECT ${columns} FROM access_application WHERE id = ?`);
  const findByName = connection.prepare<[string], ApplicationRow>(
    `SELECT ${columns} FROM access_application WHERE name = ?`,
  );
  const findSecret = connection
    .prepare<[string], Buffer | null>('SELECT secret_hash FROM access_application WHERE id = ?')
    .pluck();
  const insert = connection.prepare(
    `INSERT INTO access_application (${columns}, secret_hash)
     VALUES (@id, @name, @method, @actsAs, @agentId, @userId, @scopes, @enabled, @endpoints, @hint, @createdAt, @hash)`,
  );
  const update = connection.prepare(
    `UPDATE access_application
     SET name = @name, acts_as = @actsAs, agent_id = @agentId, user_id = @userId, scopes = @scopes, enabled = @enabled,
       endpoints = @endpoints
     WHERE id = @id`,
  );
  const setSecret = connection.prepare('UPDATE access_application SET secret_hash = ?, secret_hint = ? WHERE id = ?');
  const remove = connection.prepare('DELETE FROM access_application WHERE id = ?');

  return {
    list: () => list.all().map(applicationFrom),
    find: (id: string) => mapped(find.get(id)),
    findByName: (name: string) => mapped(findByName.get(name)),
    findSecretHash: (id: string): Buffer | undefined => findSecret.get(id) ?? undefined,
    insert(application: Application, secret: StoredSecret | undefined): void {
      const { id, method, createdAt } = application;
      insert.run({
        ...{ id, method, createdAt, ...changeable(application) },
        ...{ hash: secret?.hash ?? null, hint: secret?.hint ?? null },
      });
    },
    update: (application: Application) => void update.run({ id: application.id, ...changeable(application) }),
    setSecret: (id: string, { hash, hint }: StoredSecret) => void setSecret.run(hash, hint, id),
    /** Its keys and OAuth records must be gone. */
    remove: (id: string) => void remove.run(id),
  };
}

function mapped(row: ApplicationRow | undefined): Application | undefined {
  return row && applicationFrom(row);
}

function applicationFrom(row: ApplicationRow): Application {
  return {
    id: row.id,
    name: row.name,
    method: row.method,
    actsAs: actsAsFrom(row),
    scopes: JSON.parse(row.scopes) as Scope[],
    enabled: row.enabled === 1,
    endpoints: row.endpoints === null ? null : (JSON.parse(row.endpoints) as string[]),
    ...(row.secret_hint === null ? {} : { secretHint: row.secret_hint }),
    createdAt: row.created_at,
  };
}

/** The table's checks keep `acts_as` and the two ids together. */
export function actsAsFrom(row: Pick<ApplicationRow, 'acts_as' | 'agent_id' | 'user_id'>): ActsAs {
  switch (row.acts_as) {
    case 'agent':
      return { kind: 'agent', agentId: row.agent_id! };
    case 'user':
      return { kind: 'user', userId: row.user_id! };
    case 'service':
      return { kind: 'service' };
  }
}

function changeable({ name, actsAs, scopes, enabled, endpoints }: Application) {
  return {
    name,
    actsAs: actsAs.kind,
    agentId: actsAs.kind === 'agent' ? actsAs.agentId : null,
    userId: actsAs.kind === 'user' ? actsAs.userId : null,
    scopes: JSON.stringify(scopes),
    enabled: enabled ? 1 : 0,
    endpoints: endpoints === null ? null : JSON.stringify(endpoints),
  };
}
