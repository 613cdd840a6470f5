import { isScope, type Scope } from '../../src-shared/domain/scopes.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { actsAsFrom } from '../db/repositories/application-repository.ts';
import type { CredentialRepository, KeyCredential, TokenCredential } from '../db/repositories/credential-repository.ts';
import type { PrincipalRepository } from '../db/repositories/principal-repository.ts';
import type { Principal } from '../domain/principal.ts';
import type { ChangeSets } from '../db/change-sets.ts';
import type { Ports } from '../ports.ts';
import { principalOfApplication } from './application-principal.ts';
import { type CredentialHeaders, readCredential } from './credential-headers.ts';
import type { PassingKeys, PassingUse } from './passing-keys.ts';
import { hashSecret, isKeyShaped, isPassingKeyShaped, recordId } from './secrets.ts';

/** Who a request acts as, and by which credential. */
export interface Authenticated {
  readonly principal: Principal;
  /** Absent for a passing key of a person. */
  readonly applicationId?: string;
  /** The static key used; absent for an access token and a passing key. */
  readonly keyId?: number;
  /** What the passing key that was used is for. */
  readonly passing?: PassingUse;
  /** The resource that the access token was asked for (RFC 8707); absent when it was asked for none, and for keys. */
  readonly audience?: string;
  /** Ids of the only endpoints that the application and the key allow; absent: all of them. */
  readonly endpointIds?: readonly string[];
  /** Epoch milliseconds at which the credential ends by itself. */
  readonly expiresAt?: number;
}

export interface Authentication {
  /**
   * What an administrator disables stops at the next request: an answer is kept only until anything is written.
   * Throws `unauthorized`; `details.challenge` is then the error to name in the challenge, absent without credentials.
   */
  authenticate(headers: CredentialHeaders): Authenticated;
}

interface Sources {
  readonly credentials: CredentialRepository;
  readonly principals: PrincipalRepository;
  readonly passingKeys: Pick<PassingKeys, 'find'>;
  /** Whom a label names. Throws `AppError` when nobody acts as that now. */
  readonly principalOfLabel: (label: string) => Principal;
}

export function createAuthentication(
  { credentials, principals, passingKeys, principalOfLabel }: Sources,
  ports: Pick<Ports, 'now'>,
  generation: ChangeSets['generation'],
): Authentication {
  const principalOf = (owner: KeyCredential | TokenCredential, tokenScopes?: ReadonlySet<Scope>): Principal => {
    const { application_id: id, name } = owner;
    const scopes = (JSON.parse(owner.scopes) as string[]).filter(isScope);
    return principalOfApplication(principals, { id, name, scopes, actsAs: actsAsFrom(owner) }, tokenScopes);
  };

  const byKey = (key: string): Authenticated => {
    const found = credentials.findKey(hashSecret(key));
    if (found === undefined) throw notValid();
    // From here on whoever asks holds the right key, and may be told what became of it.
    if (found.disabled === 1) throw refuse(`This key of application "${found.name}" is disabled.`);
    if (hasEnded(found)) throw refuse(`This key of application "${found.name}" has expired: roll it.`);
    checkEnabled(found);
    return { principal: principalOf(found), keyId: found.key_id, ...common(found, found.endpoint_id) };
  };

  const byToken = (token: string): Authenticated => {
    const found = credentials.findToken(recordId(token));
    if (found === undefined) throw notValid();
    if (hasEnded(found)) throw refuse('The access token has expired: ask the token endpoint for a new one.');
    checkEnabled(found);
    const tokenScopes = new Set((found.token_scope ?? '').split(' ').filter(isScope));
    return {
      principal: principalOf(found, tokenScopes),
      ...common(found),
      ...(found.audience === null ? {} : { audience: found.audience }),
    };
  };

  /** Who it acts as is looked up each time: somebody who was disabled meanwhile is let in no more. */
  const byPassingKey = (key: string): Authenticated => {
    const found = passingKeys.find(key);
    if (found === undefined) throw notValid();
    const { use, expiresAt } = found;
    try {
      const principal = principalOfLabel(use.as);
      const { application } = principal;
      return {
        ...{ principal, passing: use, endpointIds: [use.endpointId], expiresAt },
        ...(application === undefined ? {} : { applicationId: application.id }),
      };
    } catch (error) {
      if (error instanceof AppError) throw refuse(error.message);
      throw error;
    }
  };

  const hasEnded = ({ expires_at: end }: KeyCredential | TokenCredential) => end !== null && end <= ports.now();

  const known = new Map<string, Authenticated>();
  let knownIn = -1;

  return {
    authenticate(headers) {
      const credential = readCredential(headers);
      if (isPassingKeyShaped(credential)) return byPassingKey(credential);
      if (knownIn !== generation()) {
        known.clear();
        knownIn = generation();
      }
      const kept = known.get(credential);
      if (kept !== undefined && (kept.expiresAt === undefined || kept.expiresAt > ports.now())) return kept;
      const authenticated = isKeyShaped(credential) ? byKey(credential) : byToken(credential);
      if (known.size < mostKnown) known.set(credential, authenticated);
      return authenticated;
    },
  };
}

/** Credentials whose answer is kept at a time. */
const mostKnown = 1000;

function checkEnabled({ enabled, name }: KeyCredential | TokenCredential): void {
  if (enabled === 0) throw refuse(`Application "${name}" is disabled. An administrator can enable it.`);
}

function common(
  { application_id: applicationId, expires_at: expiresAt, endpoints }: KeyCredential | TokenCredential,
  boundTo: string | null = null,
) {
  const allowed = endpoints === null ? undefined : (JSON.parse(endpoints) as string[]);
  const bound = boundTo === null || allowed?.includes(boundTo) === false ? [] : [boundTo];
  const endpointIds = boundTo === null ? allowed : bound;
  return {
    applicationId,
    ...(expiresAt === null ? {} : { expiresAt }),
    ...(endpointIds === undefined ? {} : { endpointIds }),
  };
}

/** One sentence for every wrong key and token: nothing is told about what exists. */
function notValid(): AppError {
  return refuse('The key or access token is not valid.');
}

function refuse(message: string): AppError {
  return new AppError('unauthorized', message, { details: { challenge: 'invalid_token' } });
}
