import type { ApplicationEffect } from '../../src-shared/api/applications.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Application } from '../db/repositories/application-repository.ts';
import type { Endpoint } from '../domain/configuration/endpoints.ts';
import { type Principal, principalLabel } from '../domain/principal.ts';
import { meetEndpoint } from '../mcp/meet-endpoint.ts';
import { adviseScopes } from '../tools/advise-scopes.ts';
import { listOffered } from '../tools/catalogue.ts';
import { explainAbsence } from '../tools/explain-absence.ts';
import type { DoorCore } from './route-context.ts';

/** What an application may do on an endpoint, tool by tool, and what its scopes are good for there. */
export function describeEffect(core: DoorCore, application: Application, endpoint: Endpoint): ApplicationEffect {
  const { access } = core;
  const tools = core.endpointTools.of(endpoint.settings);
  const found = findPrincipal(core, application);
  const met = found.principal && meetEndpoint(core, endpoint, found.principal);
  const principal = met?.principal ?? found.principal;
  const refused =
    found.refused ??
    explainRefusal(core, application, endpoint) ??
    (principal !== undefined && met === undefined ? `The endpoint is not for ${principal.name}.` : undefined);
  // Whoever it is for, the endpoint's tools as far as scopes do not decide.
  const meant: Principal = principal ?? { kind: 'service', name: application.name, scopes: new Set() };
  const wanted = listOffered(tools, endpoint, { ...meant, scopes: new Set(['all']) }) ?? [];
  const catalogue = met?.catalogue;
  return {
    ...(principal !== undefined && {
      principal: { ...access.describePrincipal(principalLabel(principal)), name: principal.name },
    }),
    ...(refused !== undefined && { refused }),
    tools: tools.map((tool) => {
      const { name, title, kind } = tool;
      const offered = catalogue?.tools.has(name) ?? false;
      if (offered) return { name, title, kind, offered };
      const why =
        principal === undefined ? 'Its requests are refused.' : explainAbsence(tool, endpoint, principal, catalogue);
      return { name, title, kind, offered, why };
    }),
    advice: adviseScopes(wanted, new Set(application.scopes)),
  };
}

function findPrincipal(core: DoorCore, application: Application): { principal?: Principal; refused?: string } {
  try {
    return { principal: core.access.principalOf(application) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthorized') return { refused: error.message };
    throw error;
  }
}

function explainRefusal(
  core: DoorCore,
  { id, method, enabled, endpoints }: Application,
  endpoint: Endpoint,
): string | undefined {
  if (!enabled) return 'The application is disabled.';
  if (endpoints?.includes(endpoint.id) === false) return 'It may not use this endpoint.';
  if (method !== 'static_key') return undefined;
  const keys = core.access.keys.list(id);
  if (keys.length === 0) return 'It has no key yet.';
  const now = core.ports.now();
  const usable = keys.filter((key) => key.enabled && (key.expiresAt ?? Infinity) > now);
  if (usable.length === 0) return 'Each of its keys is disabled or has expired.';
  const opening = usable.some((key) => key.endpointId === undefined || key.endpointId === endpoint.id);
  return opening ? undefined : 'Each of its keys is bound to another endpoint.';
}
