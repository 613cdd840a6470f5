import { z } from 'zod';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { SecretRepository } from '../../db/repositories/secret-repository.ts';
import type { Ports } from '../../ports.ts';
import type { DataKeeper } from './data-keeper.ts';
import { createDataKeys } from './data-keys.ts';
import { seal, unseal } from './seal.ts';

export type SecretReading =
  | { readonly state: 'none' }
  | { readonly state: 'stored'; readonly text: string; readonly hint: string }
  /** `why` is a sentence. */
  | { readonly state: 'unreadable'; readonly why: string; readonly hint: string };

/** Secrets that are needed again, such as the keys of servers elsewhere, sealed with a key that is kept apart. */
export interface SecretStore {
  read(name: string): SecretReading;
  /** Called inside a transaction, as is `remove`. Throws an `AppError` where it cannot be stored. */
  put(name: string, text: string): void;
  remove(name: string): void;
}

const prefix = 'secret:';
const stored = z.strictObject({ key: z.string(), sealed: z.string(), hint: z.string() });

export function createSecretStore(
  secrets: SecretRepository,
  keepers: readonly DataKeeper[],
  ports: Pick<Ports, 'randomBytes'>,
): SecretStore {
  const keys = createDataKeys(secrets, keepers, ports);
  return {
    read(name) {
      const value = secrets.find(prefix + name);
      if (value === undefined) return { state: 'none' };
      const { key: id, sealed, hint } = stored.parse(JSON.parse(value));
      try {
        const text = unseal({ key: keys.get(id), name }, sealed);
        if (text !== undefined) return { state: 'stored', text, hint };
        return { state: 'unreadable', why: 'It was changed after it was stored.', hint };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { state: 'unreadable', why: error.message, hint };
      }
    },
    put(name, text) {
      const { id, key } = keys.current();
      const value = { key: id, sealed: seal({ key, name }, text, ports.randomBytes), hint: hintOf(text) };
      secrets.put(prefix + name, JSON.stringify(value));
    },
    remove: (name) => secrets.remove(prefix + name),
  };
}

/** The last 4 characters, of what is long enough to stay a secret without them. */
function hintOf(text: string): string {
  return text.length < 16 ? '' : text.slice(-4);
}
