import { AppError } from '../../src-shared/errors/app-error.ts';
import type { ChangeSets } from '../db/change-sets.ts';
import type { ApplicationRepository } from '../db/repositories/application-repository.ts';
import type { Key, KeyRepository, KeySlot } from '../db/repositories/key-repository.ts';
import type { Ports } from '../ports.ts';
import { getApplication } from './applications.ts';
import { createKeySecret } from './secrets.ts';

export interface KeyOptions {
  /** Epoch milliseconds, in the future; absent: the key does not expire. */
  readonly expiresAt?: number | undefined;
  /** The id of the only endpoint that it opens; absent: those of its application. */
  readonly endpointId?: string | undefined;
}

/** A key and, this once, its text. */
export interface IssuedKey {
  readonly key: Key;
  readonly plaintext: string;
}

export interface Keys {
  /** At most two, by slot. */
  list(applicationId: string): Key[];
  get(id: number): Key;
  /** In the first free slot when none is named. Throws `conflict` when there is no room. */
  create(applicationId: string, options?: KeyOptions & { slot?: KeySlot | undefined }): IssuedKey;
  /**
   * Puts a new key, with an id and an expiry of its own, in the place of this one, which stops at once. It is bound to the
   * same endpoint, if any.
   */
  roll(id: number, options?: Omit<KeyOptions, 'endpointId'>): IssuedKey;
  enable(id: number): Key;
  disable(id: number): Key;
  setExpiry(id: number, expiresAt: number | undefined): Key;
  /** Without an endpoint the key opens all that its application may use. */
  bind(id: number, endpointId: string | undefined): Key;
  delete(id: number): void;
}

interface Needs extends Pick<ChangeSets, 'inTransaction'> {
  readonly applications: ApplicationRepository;
  readonly keys: KeyRepository;
  readonly ports: Pick<Ports, 'now' | 'randomBytes'>;
  /** Called after a commit. */
  changed(applicationId: string): void;
}

export function createKeys({ applications, keys, ports, changed, inTransaction }: Needs): Keys {
  const get = (id: number): Key => {
    const key = keys.find(id);
    if (key) return key;
    throw new AppError('not_found', `There is no key with id ${id}. List the application's keys to see their ids.`);
  };

  const issue = (applicationId: string, slot: KeySlot, { expiresAt, endpointId }: KeyOptions): IssuedKey => {
    checkExpiry(expiresAt, ports.now());
    const { plaintext, hash, hint } = createKeySecret(ports);
    const id = keys.insert({ applicationId, slot, hash, hint, createdAt: ports.now(), expiresAt, endpointId });
    return { key: get(id), plaintext };
  };

  const change = (id: number, work: () => void): Key => {
    const key = inTransaction(() => {
      get(id);
      work();
      return get(id);
    });
    changed(key.applicationId);
    return key;
  };

  return {
    list(applicationId) {
      getApplication(applications, applicationId);
      return keys.list(applicationId);
    },
    get,
    create(applicationId, { slot, ...options } = {}) {
      const issued = inTransaction(() => {
        const { name, method } = getApplication(applications, applicationId);
        if (method !== 'static_key') {
          throw new AppError('conflict', `Application "${name}" signs in with a client secret and has no static keys.`);
        }
        return issue(applicationId, freeSlot(keys.list(applicationId), slot), options);
      });
      changed(applicationId);
      return issued;
    },
    roll(id, options = {}) {
      const issued = inTransaction(() => {
        const { applicationId, slot, endpointId } = get(id);
        keys.remove(id);
        return issue(applicationId, slot, { ...options, endpointId });
      });
      changed(issued.key.applicationId);
      return issued;
    },
    enable: (id) => change(id, () => keys.setEnabled(id, true)),
    disable: (id) => change(id, () => keys.setEnabled(id, false)),
    setExpiry: (id, expiresAt) =>
      change(id, () => {
        checkExpiry(expiresAt, ports.now());
        keys.setExpiry(id, expiresAt);
      }),
    bind: (id, endpointId) => change(id, () => keys.setEndpoint(id, endpointId)),
    delete(id) {
      const { applicationId } = inTransaction(() => {
        const key = get(id);
        keys.remove(id);
        return key;
      });
      changed(applicationId);
    },
  };
}

function freeSlot(taken: readonly Key[], wanted: KeySlot | undefined): KeySlot {
  const free = ([1, 2] as const).filter((slot) => taken.every((key) => key.slot !== slot));
  const slot = wanted === undefined ? free[0] : free.find((candidate) => candidate === wanted);
  if (slot !== undefined) return slot;
  const what = wanted === undefined ? 'Both key slots are' : `Key slot ${wanted} is`;
  throw new AppError('conflict', `${what} taken: roll the key there to replace it, or delete it first.`);
}

function checkExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined || (Number.isSafeInteger(expiresAt) && expiresAt > now)) return;
  throw new AppError('invalid_arguments', 'A key must expire at a time in the future, or not at all.');
}
