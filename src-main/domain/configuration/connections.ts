import { offlineConnectionId } from '../../../src-shared/domain/conversations.ts';
import {
  type ConnectionSettings,
  connectionSettings,
  mostConnections,
} from '../../../src-shared/domain/connection-settings.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import { createConfigurationRepository } from '../../db/repositories/configuration-repository.ts';
import type { Ports } from '../../ports.ts';
import type { DocumentChange } from './document.ts';
import { planBaseUrl } from './plan-base-url.ts';

export interface Connection {
  readonly id: string;
  /** To be handed back with a change: what others saved since then is told instead of overwritten. */
  readonly version: number;
  readonly settings: ConnectionSettings;
  /** Epoch milliseconds. */
  readonly savedAt: number;
  readonly savedBy: string;
}

/** Something that names a connection, such as an endpoint or an AI ability. */
export interface ConnectionUse {
  /** The kind of configuration object. */
  readonly kind: string;
  readonly id: string;
  readonly name?: string;
}

export interface ConnectionList {
  /** By name; without the offline model, which is always there. */
  list(): Connection[];
  find(id: string): Connection | undefined;
  get(id: string): Connection;
  /** What the settings would be stored as. Throws where they cannot be. */
  plan(id: string | undefined, wanted: ConnectionSettings): ConnectionSettings;
  /** Saves what `plan` made, with `also` in the same transaction, and tells the listeners after the commit. */
  put(id: string, settings: ConnectionSettings, by: string, also: () => void): Connection;
  remove(id: string, by: string, also: () => void): void;
  /** The objects whose present configuration names it. */
  listUses(id: string): ConnectionUse[];
  onChange(listener: (change: DocumentChange) => void): () => void;
}

export const offlineConnectionName = 'Offline model';

const kind = 'connection';
const byName = new Intl.Collator('en', { numeric: true });

/** The connections to models' servers, held in memory. Their keys are elsewhere: nothing of them is in any version. */
export function createConnectionList(database: WorkbenchDatabase, ports: Pick<Ports, 'now'>): ConnectionList {
  const repository = createConfigurationRepository(database.connection);
  const listeners = new Set<(change: DocumentChange) => void>();
  const connections = new Map<string, Connection>();
  for (const { objectId: id, version, body, at, by } of repository.list(kind)) {
    const settings = connectionSettings.parse(JSON.parse(body));
    connections.set(id, { id, version, settings, savedAt: at, savedBy: by });
  }

  const write = (id: string, body: string | null, by: string, also: () => void): { version: number; at: number } => {
    const at = ports.now();
    const version = database.inTransaction(() => {
      also();
      return repository.save(kind, id, body, at, by);
    });
    return { version, at };
  };
  const tell = (change: DocumentChange): void => {
    for (const listener of listeners) listener(change);
  };

  const list = (): Connection[] =>
    [...connections.values()].sort((one, other) => byName.compare(one.settings.name, other.settings.name));

  const get = (id: string): Connection => {
    const found = connections.get(id);
    if (found !== undefined) return found;
    throw new AppError('not_found', 'There is no such AI connection any more. Choose another one.');
  };

  return {
    list,
    get,
    find: (id) => connections.get(id),
    plan(id, wanted) {
      if (id === undefined && connections.size >= mostConnections) {
        throw new AppError(
          'conflict',
          `There are ${mostConnections} connections already. Delete one that is not used.`,
        );
      }
      return planConnection(
        wanted,
        list().filter((each) => each.id !== id),
      );
    },
    put(id, settings, by, also) {
      const { version, at } = write(id, JSON.stringify(settings), by, also);
      const connection = { id, version, settings, savedAt: at, savedBy: by };
      connections.set(id, connection);
      tell({ version, by });
      return connection;
    },
    remove(id, by, also) {
      get(id);
      const { version } = write(id, null, by, also);
      connections.delete(id);
      tell({ version, by });
    },
    listUses: (id) => repository.listMentioning(id).map(describeUse),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function planConnection(wanted: ConnectionSettings, others: readonly Connection[]): ConnectionSettings {
  const settings = { ...wanted, baseUrl: planBaseUrl(wanted.baseUrl, wanted.kind) };
  const name = settings.name.toLowerCase();
  const taken = [offlineConnectionName, ...others.map((each) => each.settings.name)];
  const holder = taken.find((each) => each.toLowerCase() === name);
  if (holder !== undefined || name === offlineConnectionId) {
    throw new AppError(
      'conflict',
      `There is already a connection named "${holder ?? wanted.name}": choose another name.`,
    );
  }
  return settings;
}

function describeUse({ kind: of, objectId, body }: { kind: string; objectId: string; body: string }): ConnectionUse {
  const { name } = JSON.parse(body) as { name?: unknown };
  return { kind: of, id: objectId, ...(typeof name === 'string' && { name }) };
}
