import { AppError } from '../../../src-shared/errors/app-error.ts';
import { type ConnectionSettings, originOf } from '../../../src-shared/domain/connection-settings.ts';
import type { SecretReading, SecretStore } from '../../access/secret-store/create-secret-store.ts';
import type { Connection } from '../../domain/configuration/connections.ts';
import { connectionFailure } from './connection-failure.ts';

/** A key to store, `null` to forget the stored one, or undefined to leave it. */
export type KeyChange = string | null | undefined;

export interface ConnectionKeys {
  state(id: string): SecretReading;
  /** Empty where none is stored. Throws where it cannot be read, or is for another server than that of the settings. */
  read(connection: Connection, settings: ConnectionSettings): string;
  /** Throws where the stored key would be sent to another server than the one it was stored for. */
  check(before: Connection | undefined, settings: ConnectionSettings, change: KeyChange): void;
  /** Called inside a transaction. */
  write(id: string, change: KeyChange): void;
}

/** The keys of connections. Each is for the scheme, host and port that it was stored for. */
export function createConnectionKeys(secrets: SecretStore): ConnectionKeys {
  const state = (id: string): SecretReading => secrets.read(nameOf(id));
  /** Whoever may change an address would otherwise be told the key, by a server of their own. */
  const isElsewhere = (before: Connection, settings: ConnectionSettings): boolean =>
    originOf(before.settings.baseUrl) !== originOf(settings.baseUrl);
  return {
    state,
    read(connection, settings) {
      const reading = state(connection.id);
      if (reading.state === 'none') return '';
      if (isElsewhere(connection, settings)) {
        throw connectionFailure('key-missing', 'The stored key is for another server: enter the key of this one.');
      }
      if (reading.state === 'stored') return reading.text;
      const name = settings.name === '' ? 'this connection' : settings.name;
      const sentence = `The stored key of ${name} cannot be read. ${reading.why} Enter the key anew under AI connections.`;
      throw connectionFailure('key-missing', sentence);
    },
    check(before, settings, change) {
      if (before === undefined || change !== undefined || !isElsewhere(before, settings)) return;
      if (state(before.id).state === 'none') return;
      const sentence = 'The stored key is for another server. Enter the key of this one, or forget the stored one.';
      throw new AppError('invalid_arguments', sentence);
    },
    write(id, change) {
      if (change === null) secrets.remove(nameOf(id));
      else if (change !== undefined) secrets.put(nameOf(id), change);
    },
  };
}

function nameOf(id: string): string {
  return `connection/${id}`;
}
