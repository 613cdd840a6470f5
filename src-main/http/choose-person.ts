import type { AgentPrincipal, UserPrincipal } from '../domain/principal.ts';
import type { DoorCore } from './route-context.ts';

/** A person by label, such as `agent:3`, or by email address; without either the desk's administrator. */
export function choosePerson(
  { access }: Pick<DoorCore, 'access'>,
  as: string | undefined,
): AgentPrincipal | UserPrincipal {
  return as !== undefined && /^(agent|user):\d{1,15}$/.test(as)
    ? access.principalByLabel(as)
    : access.principalByEmail(as);
}
