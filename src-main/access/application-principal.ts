import type { Scope } from '../../src-shared/domain/scopes.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { ActsAs } from '../db/repositories/application-repository.ts';
import type { PrincipalRepository } from '../db/repositories/principal-repository.ts';
import type { Principal } from '../domain/principal.ts';
import { agentPrincipal, userPrincipal } from './principals.ts';
import { intersectScopes } from './scope-lists.ts';

interface Login {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly actsAs: ActsAs;
}

/** The person that the application acts as, enabled, or the application itself. Throws `unauthorized`. */
export function principalOfApplication(
  principals: PrincipalRepository,
  { id, name, scopes: held, actsAs }: Login,
  tokenScopes?: ReadonlySet<Scope>,
): Principal {
  const scopes = new Set(held);
  const bearer = {
    application: { id, name },
    scopes,
    ...(tokenScopes === undefined ? {} : { tokenScopes: intersectScopes(tokenScopes, scopes) }),
  };
  switch (actsAs.kind) {
    case 'service':
      return { kind: 'service', name, ...bearer };
    case 'agent': {
      const row = principals.findAgent(actsAs.agentId);
      if (row?.disabled === 0) return agentPrincipal(row, bearer);
      throw refuse(`The agent that application "${name}" acts as ${row ? 'is disabled' : 'no longer exists'}.`);
    }
    case 'user': {
      const row = principals.findUser(actsAs.userId);
      if (row?.inactive === 0) return userPrincipal(row, bearer);
      throw refuse(`The user that application "${name}" acts as ${row ? 'is inactive' : 'no longer exists'}.`);
    }
  }
}

function refuse(message: string): AppError {
  return new AppError('unauthorized', message, { details: { challenge: 'invalid_token' } });
}
