import { hash, timingSafeEqual } from 'node:crypto';
import type { StoredSecret } from '../db/repositories/application-repository.ts';
import type { Ports } from '../ports.ts';

/** A secret that has just been made: `plaintext` is shown once and kept nowhere. */
export interface NewSecret extends StoredSecret {
  readonly plaintext: string;
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** How many base 62 digits 32 bytes may need. */
const width = 43;

const keyShape = /^halo_[0-9A-Za-z]{43}$/;

/** Whether the text looks like a static key. An access token never does: it is shorter. */
export function isKeyShaped(text: string): boolean {
  return keyShape.test(text);
}

const passingShape = /^halo_pass_[0-9A-Za-z]{43}$/;

export function isPassingKeyShaped(text: string): boolean {
  return passingShape.test(text);
}

export function createKeySecret(ports: Pick<Ports, 'randomBytes'>): NewSecret {
  return createSecret('halo_', ports);
}

export function createClientSecret(ports: Pick<Ports, 'randomBytes'>): NewSecret {
  return createSecret('halo_secret_', ports);
}

/** What lets a model's server in for the length of one request. */
export function createPassingSecret(ports: Pick<Ports, 'randomBytes'>): NewSecret {
  return createSecret('halo_pass_', ports);
}

/** What a page in a browser sends with every request. */
export function createSessionSecret(ports: Pick<Ports, 'randomBytes'>): NewSecret {
  return createSecret('halo_session_', ports);
}

/** What a sign-in link carries. */
export function createLinkSecret(ports: Pick<Ports, 'randomBytes'>): NewSecret {
  return createSecret('halo_link_', ports);
}

/** Letters and digits only, so that a double click selects all of it; a prefix, so that scanners for secrets find it. */
function createSecret(prefix: string, ports: Pick<Ports, 'randomBytes'>): NewSecret {
  const plaintext = prefix + base62(ports.randomBytes(32));
  return { plaintext, hash: hashSecret(plaintext), hint: plaintext.slice(-4) };
}

/**
 * SHA-256, not a slow password hash: there are 256 random bits to guess, which no speed of hashing brings within reach,
 * and every request to the endpoint pays for it. For the same reason a look-up by hash tells nothing by its timing:
 * nobody can choose a key by how its hash begins.
 */
export function hashSecret(plaintext: string): Buffer {
  return hash('sha256', plaintext, 'buffer');
}

/** Compares in a time that does not depend on where the two differ, nor on whether there is anything to compare with. */
export function matchesSecret(plaintext: string, stored: Buffer | undefined): boolean {
  const given = hashSecret(plaintext);
  return timingSafeEqual(given, stored ?? given) && stored !== undefined;
}

/** The entry whose secret it is. Every one is compared, so that the time tells neither which matched nor how much. */
export function findBySecret<T extends { readonly hash: Buffer }>(
  plaintext: string,
  entries: Iterable<T>,
): T | undefined {
  const given = hashSecret(plaintext);
  let found: T | undefined;
  for (const entry of entries) if (timingSafeEqual(given, entry.hash)) found = entry;
  return found;
}

/** What an OAuth record is stored under instead of its id, which is the token itself: a copied database opens nothing. */
export function recordId(value: string): string {
  return hash('sha256', value, 'base64url');
}

function base62(bytes: Buffer): string {
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let digit = 0; digit < width; digit += 1) {
    text = digits.charAt(Number(rest % 62n)) + text;
    rest /= 62n;
  }
  return text;
}
