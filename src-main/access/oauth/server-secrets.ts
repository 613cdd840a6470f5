import { createECDH } from 'node:crypto';
import type { ChangeSets } from '../../db/change-sets.ts';
import type { SecretRepository } from '../../db/repositories/secret-repository.ts';
import type { Ports } from '../../ports.ts';

export interface ServerSecrets {
  /** A private P-256 key as a JSON Web Key (RFC 7518 section 6.2). */
  readonly signingKey: Record<string, string>;
  readonly cookieKey: string;
}

/** The OAuth server's own keys: made at its first start and kept, so that what they signed stays valid. */
export function loadServerSecrets(
  secrets: SecretRepository,
  { inTransaction }: Pick<ChangeSets, 'inTransaction'>,
  ports: Pick<Ports, 'randomBytes'>,
): ServerSecrets {
  const keep = (name: string, make: () => string): string => {
    const kept = secrets.find(name);
    if (kept !== undefined) return kept;
    const made = make();
    inTransaction(() => secrets.insert(name, made));
    return made;
  };
  return {
    signingKey: JSON.parse(keep('oauth-signing-key', () => JSON.stringify(createSigningKey(ports)))) as Record<
      string,
      string
    >,
    cookieKey: keep('oauth-cookie-key', () => ports.randomBytes(32).toString('base64url')),
  };
}

function createSigningKey(ports: Pick<Ports, 'randomBytes'>): Record<string, string> {
  const pair = createECDH('prime256v1');
  const d = ports.randomBytes(32);
  pair.setPrivateKey(d);
  // An uncompressed point: the byte 4, then both coordinates.
  const point = pair.getPublicKey();
  return {
    ...{ kty: 'EC', crv: 'P-256', use: 'sig', alg: 'ES256' },
    ...{ x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') },
    d: d.toString('base64url'),
  };
}
