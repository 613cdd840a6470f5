import type { StoredCall } from '../db/repositories/activity-repository.ts';
import type { Ports } from '../ports.ts';
import { createPassingSecret, findBySecret } from './secrets.ts';

/** What a passing key is for. */
export interface PassingUse {
  /** The id of the only endpoint that it opens. */
  readonly endpointId: string;
  /** Whom it acts as: a label such as `agent:3`. */
  readonly as: string;
  /** Told of each call made with it, once the call's row is committed. */
  readonly written?: ((call: StoredCall) => void) | undefined;
}

export interface PassingKey {
  readonly plaintext: string;
  /** What it let in is let in no more. */
  end(): void;
}

export interface FoundPassingKey {
  readonly use: PassingUse;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface PassingKeys {
  issue(use: PassingUse): PassingKey;
  /** Undefined for one that is unknown or has ended: the two are not told apart. */
  find(plaintext: string): FoundPassingKey | undefined;
  /** Calls the listener when a key is ended by whoever had it made. Returns how to stop. */
  onEnd(listener: () => void): () => void;
}

/** Milliseconds. A turn of a slow model with many calls takes some minutes; whoever has the key ends it before. */
const lifetime = 30 * 60_000;

interface Kept extends FoundPassingKey {
  readonly hash: Buffer;
}

/**
 * Keys that this process gives to a model's server, so that it calls one endpoint for one person while one request
 * lasts. They are in memory alone: no file and no other process knows them, and none outlives this one.
 */
export function createPassingKeys(ports: Pick<Ports, 'now' | 'randomBytes'>): PassingKeys {
  const keys = new Set<Kept>();
  const listeners = new Set<() => void>();
  const forgetEnded = (): void => {
    for (const key of keys) if (key.expiresAt <= ports.now()) keys.delete(key);
  };
  return {
    issue(use) {
      forgetEnded();
      const { plaintext, hash } = createPassingSecret(ports);
      const key: Kept = { use, hash, expiresAt: ports.now() + lifetime };
      keys.add(key);
      const end = (): void => {
        if (keys.delete(key)) for (const listener of [...listeners]) listener();
      };
      return { plaintext, end };
    },
    find(plaintext) {
      forgetEnded();
      return findBySecret(plaintext, keys);
    },
    onEnd(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
