import type { Scope } from '../../src-shared/domain/scopes.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { ApplicationRepository } from '../db/repositories/application-repository.ts';
import type { PrincipalRepository } from '../db/repositories/principal-repository.ts';
import type { AgentPrincipal, UserPrincipal } from '../domain/principal.ts';
import { agentPrincipal, userPrincipal } from './principals.ts';

/** A principal that a label such as `agent:3` names; without a name when its record is gone. */
export interface NamedPrincipal {
  readonly label: string;
  readonly kind: 'agent' | 'user' | 'service';
  readonly name?: string;
  readonly email?: string;
}

interface Needs {
  readonly principals: PrincipalRepository;
  readonly applications: ApplicationRepository;
}

export function describePrincipal({ principals, applications }: Needs, label: string): NamedPrincipal {
  const { kind, id } = readLabel(label);
  if (kind === 'service') {
    const name = applications.find(id)?.name;
    return { label, kind, ...(name === undefined ? {} : { name }) };
  }
  const row = kind === 'agent' ? principals.findAgent(Number(id)) : principals.findUser(Number(id));
  return { label, kind, ...(row === undefined ? {} : { name: row.name, email: row.email }) };
}

/** The person that a label names, through no application. Throws `not_found`, `not_allowed` or `conflict`. */
export function principalByLabel({ principals }: Needs, label: string): AgentPrincipal | UserPrincipal {
  const { kind, id } = readLabel(label);
  if (kind === 'service') {
    throw new AppError('conflict', 'The call was made by an application that is no person: choose who makes it now.');
  }
  const bearer = { scopes: new Set<Scope>(['all']) };
  if (kind === 'agent') {
    const agent = principals.findAgent(Number(id));
    if (agent?.disabled === 0) return agentPrincipal(agent, bearer);
    throw gone(agent && `Agent ${agent.name} is disabled`);
  }
  const user = principals.findUser(Number(id));
  if (user?.inactive === 0) return userPrincipal(user, bearer);
  throw gone(user && `User ${user.name} is inactive`);
}

function gone(why: string | undefined): AppError {
  if (why !== undefined) return new AppError('not_allowed', `${why}: choose somebody else.`);
  return new AppError('not_found', 'This agent or user is no longer on the desk: choose somebody else.');
}

export function readLabel(label: string): { kind: NamedPrincipal['kind']; id: string } {
  const [kind = '', id = ''] = label.split(/:(.*)/s);
  return { kind: kind === 'agent' || kind === 'user' ? kind : 'service', id };
}
