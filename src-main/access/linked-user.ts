import type { PrincipalRepository } from '../db/repositories/principal-repository.ts';
import type { AgentPrincipal, UserPrincipal } from '../domain/principal.ts';
import { userPrincipal } from './principals.ts';

/** The active user that is the same person as the agent, as whom an agent meets what is for users alone (SPEC 5). */
export function findLinkedUser(
  principals: PrincipalRepository,
  { agentId, application, scopes, tokenScopes }: AgentPrincipal,
): UserPrincipal | undefined {
  const row = principals.findUserOfAgent(agentId);
  if (row === undefined || row.inactive === 1) return undefined;
  return userPrincipal(row, {
    ...(application === undefined ? {} : { application }),
    scopes,
    ...(tokenScopes === undefined ? {} : { tokenScopes }),
  });
}
