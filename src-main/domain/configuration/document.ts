import type { z } from 'zod';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import { createConfigurationRepository } from '../../db/repositories/configuration-repository.ts';
import type { Ports } from '../../ports.ts';

export interface DocumentChange {
  readonly version: number;
  readonly by: string;
}

export interface ConfigurationDocument<Body> {
  get(): Body;
  /** The version of what `get` answers; 0 while nobody has saved any. */
  version(): number;
  /** Saves a new version and tells the listeners after the commit. Saving what is already so does nothing. */
  save(next: Body, by: string): Body;
  onChange(listener: (change: DocumentChange) => void): () => void;
}

/** The one object of its kind, held in memory. Until somebody saves one, it is what the schema makes of nothing. */
export function createConfigurationDocument<Body>(
  { kind, objectId, schema }: { kind: string; objectId: string; schema: z.ZodType<Body> },
  database: WorkbenchDatabase,
  ports: Pick<Ports, 'now'>,
): ConfigurationDocument<Body> {
  const repository = createConfigurationRepository(database.connection);
  const stored = repository.list(kind).find((row) => row.objectId === objectId);
  const listeners = new Set<(change: DocumentChange) => void>();
  let current = schema.parse(stored === undefined ? {} : JSON.parse(stored.body));
  let version = stored?.version ?? 0;

  return {
    get: () => current,
    version: () => version,
    save(next, by) {
      const body = JSON.stringify(next);
      if (body === JSON.stringify(current)) return current;
      version = database.inTransaction(() => repository.save(kind, objectId, body, ports.now(), by));
      current = next;
      for (const listener of listeners) listener({ version, by });
      return current;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
