import type { Scope } from '../../src-shared/domain/scopes.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { WorkbenchDatabase } from '../db/open-database.ts';
import { createApplicationRepository } from '../db/repositories/application-repository.ts';
import { createCredentialRepository } from '../db/repositories/credential-repository.ts';
import { createKeyRepository, type KeyUse } from '../db/repositories/key-repository.ts';
import { createOAuthRecordRepository } from '../db/repositories/oauth-record-repository.ts';
import { createPrincipalRepository } from '../db/repositories/principal-repository.ts';
import type { Application } from '../db/repositories/application-repository.ts';
import type { AgentPrincipal, Principal, UserPrincipal } from '../domain/principal.ts';
import type { Ports } from '../ports.ts';
import { principalOfApplication } from './application-principal.ts';
import { type Applications, createApplications, getApplication } from './applications.ts';
import { type Authentication, createAuthentication } from './authenticate.ts';
import { createKeys, type Keys } from './keys.ts';
import { createPassingKeys, type PassingKeys } from './passing-keys.ts';
import { describePrincipal, type NamedPrincipal, principalByLabel, readLabel } from './principal-labels.ts';
import { findLinkedUser } from './linked-user.ts';
import { findLocalPrincipal } from './principals.ts';

/** What a listener is told: the application whose requests may now be answered differently. */
export interface AccessChange {
  readonly applicationId: string;
}

export interface Access extends Authentication {
  readonly applications: Applications;
  readonly keys: Keys;
  readonly passingKeys: Pick<PassingKeys, 'issue' | 'onEnd'>;
  /** Who acts through no application: see `findLocalPrincipal`. */
  principalByEmail(email: string | undefined, scopes?: readonly Scope[]): AgentPrincipal | UserPrincipal;
  /** The person that a label such as `agent:3` names: see `principalByLabel`. */
  principalByLabel(label: string): AgentPrincipal | UserPrincipal;
  /** Whom any label names now: a person, or an enabled application. Throws when nobody acts as that. */
  principalOfLabel(label: string): Principal;
  describePrincipal(label: string): NamedPrincipal;
  /** As whom an agent meets what is for users alone: see `findLinkedUser`. */
  linkedUser(agent: AgentPrincipal): UserPrincipal | undefined;
  /** Who the application's requests act as, whether or not it is enabled. Throws `unauthorized` when nobody does. */
  principalOf(application: Pick<Application, 'id' | 'name' | 'scopes' | 'actsAs'>): Principal;
  /** Keeps each key's latest use. Called inside a transaction, so that uses can be written in groups. */
  recordUse(uses: readonly KeyUse[]): void;
  /** Calls the listener after each commit that may change what some principal is offered. Returns how to stop. */
  onChange(listener: (change: AccessChange) => void): () => void;
}

/** Applications, their keys, and who a request acts as. */
export function createAccess(database: WorkbenchDatabase, ports: Ports): Access {
  const { connection, inTransaction } = database;
  const applications = createApplicationRepository(connection);
  const keys = createKeyRepository(connection);
  const principals = createPrincipalRepository(connection);
  const records = createOAuthRecordRepository(connection);
  const credentials = createCredentialRepository(connection);
  const listeners = new Set<(change: AccessChange) => void>();

  const changed = (applicationId: string): void => {
    for (const listener of [...listeners]) {
      try {
        listener({ applicationId });
      } catch (error) {
        // The change is committed: its caller must not be told that it failed.
        ports.log.error('A listener to changes of access failed.', { error });
      }
    }
  };

  const passingKeys = createPassingKeys(ports);
  const principalOfLabel = (label: string): Principal => {
    const { kind, id } = readLabel(label);
    if (kind !== 'service') return principalByLabel({ principals, applications }, label);
    const application = getApplication(applications, id);
    if (application.enabled) return principalOfApplication(principals, application);
    throw new AppError(
      'not_allowed',
      `Application "${application.name}" is disabled. Enable it, or choose somebody else.`,
    );
  };

  return {
    ...createAuthentication({ credentials, principals, passingKeys, principalOfLabel }, ports, database.generation),
    applications: createApplications({ applications, keys, records, principals, ports, changed, inTransaction }),
    keys: createKeys({ applications, keys, ports, changed, inTransaction }),
    passingKeys,
    principalOfLabel,
    principalByEmail: (email, scopes) => findLocalPrincipal(principals, email, scopes),
    principalByLabel: (label) => principalByLabel({ principals, applications }, label),
    describePrincipal: (label) => describePrincipal({ principals, applications }, label),
    linkedUser: (agent) => findLinkedUser(principals, agent),
    principalOf: (application) => principalOfApplication(principals, application),
    recordUse(uses) {
      const latest = new Map<number, KeyUse>();
      for (const use of uses) if (use.at >= (latest.get(use.keyId)?.at ?? 0)) latest.set(use.keyId, use);
      for (const use of latest.values()) keys.recordUse(use);
    },
    onChange(listener) {
      // A wrapper of its own, so that subscribing one function twice and stopping once leaves the other.
      const entry = (change: AccessChange) => listener(change);
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
  };
}
