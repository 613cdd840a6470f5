import { hash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { SecretRepository } from '../../db/repositories/secret-repository.ts';
import type { Ports } from '../../ports.ts';
import type { DataKeeper } from './data-keeper.ts';

export interface DataKey {
  readonly id: string;
  readonly key: Buffer;
}

export interface DataKeys {
  /** The key for new secrets, made when there is none yet. Called inside a transaction. */
  current(): DataKey;
  /** Throws an `AppError` that says why it cannot be had. */
  get(id: string): Buffer;
}

const prefix = 'data-key:';
const stored = z.strictObject({ keeper: z.enum(['keychain', 'key-file', 'passphrase']), kept: z.string() });

const elsewhere: Readonly<Record<DataKeeper['kind'], string>> = {
  keychain: 'the keychain of the account whose desktop app stored it, which is not at hand here',
  'key-file': 'a key file, and the workbench was started without one',
  passphrase: 'a passphrase, and the workbench was started without one',
};

/** The keys that secrets are sealed with. The first keeper keeps new ones; what any of them keeps is read. */
export function createDataKeys(
  secrets: SecretRepository,
  keepers: readonly DataKeeper[],
  { randomBytes }: Pick<Ports, 'randomBytes'>,
): DataKeys {
  const opened = new Map<string, Buffer>();

  const open = (id: string, value: string): Buffer => {
    const known = opened.get(id);
    if (known !== undefined) return known;
    const { keeper: kind, kept } = stored.parse(JSON.parse(value));
    const keeper = keepers.find((each) => each.kind === kind);
    if (keeper === undefined) throw unreadable(`It is locked with ${elsewhere[kind]}.`);
    const key = keeper.open(kept);
    if (idOf(key) !== id)
      throw unreadable(`The ${kind.replace('-', ' ')} holds another key than the one it is locked with.`);
    opened.set(id, key);
    return key;
  };

  const findCurrent = (kind: DataKeeper['kind']): DataKey | undefined => {
    for (const { name, value } of secrets.list(prefix)) {
      if (stored.parse(JSON.parse(value)).keeper !== kind) continue;
      const id = name.slice(prefix.length);
      try {
        return { id, key: open(id, value) };
      } catch (error) {
        // One that cannot be had keeps its row: whoever has it may come back.
        if (!(error instanceof AppError)) throw error;
      }
    }
    return undefined;
  };

  return {
    current() {
      const [keeper] = keepers;
      if (keeper === undefined) throw new AppError('conflict', 'This workbench was started without a place for keys.');
      const found = findCurrent(keeper.kind);
      if (found !== undefined) return found;
      const { key, kept } = keeper.keep(randomBytes(32));
      const id = idOf(key);
      secrets.put(prefix + id, JSON.stringify({ keeper: keeper.kind, kept }));
      return { id, key };
    },
    get(id) {
      const value = secrets.find(prefix + id);
      if (value === undefined) throw unreadable('What it is locked with is unknown.');
      return open(id, value);
    },
  };
}

function unreadable(why: string): AppError {
  return new AppError('conflict', why);
}

/** Tells keys apart, and nothing of them: 256 random bits cannot be guessed. */
function idOf(key: Buffer): string {
  return hash('sha256', Buffer.concat([Buffer.from('data key '), key]), 'hex').slice(0, 16);
}
