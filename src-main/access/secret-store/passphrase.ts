import { scryptSync } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Ports } from '../../ports.ts';
import type { DataKeeper } from './data-keeper.ts';
import { seal, unseal } from './seal.ts';

/** About half a second and 128 MiB for each guess (RFC 7914, section 2). */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const name = 'data key under a passphrase';
const stored = z.strictObject({ salt: z.string(), sealed: z.string() });

const shortest = 12;

/** Keeps the data key in the database, locked with a passphrase that is kept nowhere. */
export function createPassphraseKeeper(passphrase: string, { randomBytes }: Pick<Ports, 'randomBytes'>): DataKeeper {
  if (passphrase.length < shortest) {
    throw new AppError('invalid_arguments', `The passphrase for stored keys needs at least ${shortest} characters.`);
  }
  /** By salt: what takes half a second is done once. */
  const derived = new Map<string, Buffer>();
  const derive = (salt: string): Buffer => {
    const key = derived.get(salt) ?? scryptSync(passphrase.normalize('NFC'), Buffer.from(salt, 'base64url'), 32, cost);
    derived.set(salt, key);
    return key;
  };
  return {
    kind: 'passphrase',
    keep(fresh) {
      const salt = randomBytes(16).toString('base64url');
      const sealed = seal({ key: derive(salt), name }, fresh.toString('base64url'), randomBytes);
      return { key: fresh, kept: JSON.stringify({ salt, sealed }) };
    },
    open(kept) {
      const { salt, sealed } = stored.parse(JSON.parse(kept));
      const text = unseal({ key: derive(salt), name }, sealed);
      if (text !== undefined) return Buffer.from(text, 'base64url');
      throw new AppError('conflict', 'It is locked with another passphrase than the one given at the start.');
    },
  };
}
