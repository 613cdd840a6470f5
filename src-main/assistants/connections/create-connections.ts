import { performance } from 'node:perf_hooks';
import type { ConnectionTestResult } from '../../../src-shared/api/connections.ts';
import { offlineConnectionId } from '../../../src-shared/domain/conversations.ts';
import type { ConnectionSettings } from '../../../src-shared/domain/connection-settings.ts';
import type { SecretReading, SecretStore } from '../../access/secret-store/create-secret-store.ts';
import { type Connection, type ConnectionList, offlineConnectionName } from '../../domain/configuration/connections.ts';
import type { Ports } from '../../ports.ts';
import type { Responses } from '../responses/create-responses.ts';
import { connectionFailure } from './connection-failure.ts';
import { createConnectionKeys, type KeyChange } from './connection-keys.ts';
import { createModelConnection, type ServerConnection } from './create-model-connection.ts';
import { createOfflineFetch } from './offline-fetch.ts';
import { createServerFetch } from './server-fetch.ts';
import { testConnection } from './test-connection.ts';
import { type Patience, usualPatience } from './watch-silence.ts';

/** Settings that are not saved, with a key, or with the stored connection whose key is used. */
export interface UnsavedConnection {
  readonly id?: string | undefined;
  readonly settings: ConnectionSettings;
  readonly key?: string | undefined;
}

export interface Connections {
  /** Those that an administrator configured. */
  readonly configured: Pick<ConnectionList, 'list' | 'find' | 'get' | 'plan' | 'listUses' | 'onChange'>;
  /** Throws `not_found` for an id that no connection has. A key that cannot be had is told when something is sent. */
  open(id: string): ServerConnection;
  openUnsaved(unsaved: UnsavedConnection): ServerConnection;
  keyState(id: string): SecretReading;
  /** Saves settings that `configured.plan` made. */
  save(id: string, settings: ConnectionSettings, key: KeyChange, by: string): Connection;
  remove(id: string, by: string): void;
  /** Asks a configured connection, or the offline one, and remembers what came of it until it is changed. */
  test(id: string, signal: AbortSignal): Promise<ConnectionTestResult>;
  testUnsaved(unsaved: UnsavedConnection, signal: AbortSignal): Promise<ConnectionTestResult>;
  lastTest(id: string): ConnectionTestResult | undefined;
}

interface Needs {
  readonly list: ConnectionList;
  readonly secrets: SecretStore;
  readonly responses: Pick<Responses, 'prepare'>;
  /** The public door's, or where it would listen. */
  readonly origin: () => string;
  readonly ports: Pick<Ports, 'log'>;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly patience?: Patience | undefined;
}

/** Epoch milliseconds with fractions. */
const now = (): number => performance.timeOrigin + performance.now();

/** The ways to models: the offline one, and those that an administrator configured. */
export function createConnections(needs: Needs): Connections {
  const { list, secrets, responses, origin, ports, startedAt, patience = usualPatience } = needs;
  const fetchOffline = createOfflineFetch({ responses, origin, log: ports.log, startedAt });
  const keys = createConnectionKeys(secrets);
  const tests = new Map<string, { readonly version: number; readonly result: ConnectionTestResult }>();
  const versionOf = (id: string): number => list.find(id)?.version ?? 0;

  const openOffline = (): ServerConnection =>
    createModelConnection(
      {
        ...{ id: offlineConnectionId, name: offlineConnectionName, isOffline: true, model: offlineConnectionId },
        ...{ baseUrl: `${origin()}/v1`, key: () => '', fetch: fetchOffline },
      },
      { patience, now },
    );

  const openServer = (id: string, settings: ConnectionSettings, readKey: () => string): ServerConnection => {
    const { baseUrl, model, kind, organization, project } = settings;
    const name = settings.name === '' ? 'The server' : settings.name;
    const key = (): string => {
      const found = readKey();
      if (found !== '' || kind === 'compatible') return found;
      throw connectionFailure('key-missing', `${name} has no key yet. Enter it under AI connections.`);
    };
    const whose = {
      organization: organization === '' ? undefined : organization,
      project: project === '' ? undefined : project,
    };
    const target = { id, name, isOffline: false, baseUrl, model, ...whose, key, fetch: createServerFetch(baseUrl) };
    return createModelConnection(target, { patience, now });
  };

  const open = (id: string): ServerConnection => {
    if (id === offlineConnectionId) return openOffline();
    const connection = list.get(id);
    return openServer(id, connection.settings, () => keys.read(connection, connection.settings));
  };

  const openUnsaved = ({ id, settings, key }: UnsavedConnection): ServerConnection =>
    openServer(id ?? 'unsaved', settings, () => {
      if (key !== undefined || id === undefined) return key ?? '';
      return keys.read(list.get(id), settings);
    });

  return {
    configured: list,
    open,
    openUnsaved,
    keyState: keys.state,
    save(id, settings, key, by) {
      keys.check(list.find(id), settings, key);
      return list.put(id, settings, by, () => keys.write(id, key));
    },
    remove: (id, by) => list.remove(id, by, () => keys.write(id, null)),
    async test(id, signal) {
      const version = versionOf(id);
      const result = await testConnection(open(id), now, signal);
      tests.set(id, { version, result });
      return result;
    },
    testUnsaved: (unsaved, signal) => testConnection(openUnsaved(unsaved), now, signal),
    lastTest(id) {
      const last = tests.get(id);
      return last?.version === versionOf(id) ? last.result : undefined;
    },
  };
}
