import type { Scope } from '../../src-shared/domain/scopes.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { AgentRow, PrincipalRepository, UserRow } from '../db/repositories/principal-repository.ts';
import type { AgentPrincipal, UserPrincipal } from '../domain/principal.ts';

type Bearer = Pick<AgentPrincipal, 'application' | 'scopes' | 'tokenScopes'>;

export function agentPrincipal(row: AgentRow, bearer: Bearer): AgentPrincipal {
  const { administrator, tickets, articles, customers, assets, time, sees } = row;
  return {
    kind: 'agent',
    agentId: row.id,
    name: row.name,
    email: row.email,
    role: { administrator: administrator === 1, areas: { tickets, articles, customers, assets, time }, sees },
    teamIds: JSON.parse(row.team_ids) as number[],
    apiOnly: row.api_only === 1,
    ...bearer,
  };
}

export function userPrincipal(row: UserRow, bearer: Bearer): UserPrincipal {
  return {
    kind: 'user',
    userId: row.id,
    name: row.name,
    email: row.email,
    siteId: row.site_id,
    clientId: row.client_id,
    sees: row.sees,
    ...bearer,
  };
}

/**
 * Who the command line and the app itself act as, through no application. Agents come before users with the same
 * address; without an address it is the first enabled administrator. Throws `not_found` or `not_allowed`.
 */
export function findLocalPrincipal(
  repository: PrincipalRepository,
  email: string | undefined,
  scopes: readonly Scope[] = ['all'],
): AgentPrincipal | UserPrincipal {
  const bearer = { scopes: new Set(scopes) };
  if (email === undefined) {
    const administrator = repository.findFirstAdministrator();
    if (administrator) return agentPrincipal(administrator, bearer);
    throw new AppError(
      'not_found',
      'The desk has no enabled agent with an administrator role. Name an agent or user by email address with --as.',
    );
  }
  const agent = repository.findAgentByEmail(email);
  if (agent?.disabled === 0) return agentPrincipal(agent, bearer);
  const user = repository.findUserByEmail(email);
  if (user?.inactive === 0) return userPrincipal(user, bearer);
  if (agent || user) {
    const who = agent ? `Agent ${agent.name} is disabled` : `User ${user?.name} is inactive`;
    throw new AppError('not_allowed', `${who}: name somebody else, or enable them on the desk first.`);
  }
  throw new AppError(
    'not_found',
    `The desk has no agent or user with the email address "${email}". Check the spelling, or leave --as out to act as ` +
      "the desk's administrator.",
  );
}
