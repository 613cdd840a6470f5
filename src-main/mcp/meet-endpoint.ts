import type { Access } from '../access/create-access.ts';
import type { Endpoint } from '../domain/configuration/endpoints.ts';
import type { Principal } from '../domain/principal.ts';
import type { Catalogues } from '../tools/catalogue.ts';
import type { Caller } from './call-tool.ts';

interface Sources {
  readonly access: Pick<Access, 'linkedUser'>;
  readonly catalogues: Catalogues;
}

/**
 * As whom somebody meets the endpoint, and what is offered there; undefined where they are not let in (SPEC 5, "who meets
 * what"): an agent is on a user collection the user who is linked to that agent.
 */
export function meetEndpoint(
  { access, catalogues }: Sources,
  endpoint: Endpoint,
  principal: Principal,
): Pick<Caller, 'principal' | 'catalogue'> | undefined {
  const isLinked = endpoint.settings.type === 'user' && principal.kind === 'agent';
  const met = isLinked ? access.linkedUser(principal) : principal;
  const catalogue = met && catalogues.find(endpoint, met);
  return met && catalogue && { principal: met, catalogue };
}
