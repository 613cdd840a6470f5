import type { ApplicationEffect } from '../../src-shared/api/applications.ts';
import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Application } from '../db/repositories/application-repository.ts';
import { type Principal, principalLabel } from '../domain/principal.ts';
import { adviseScopes } from '../tools/advise-scopes.ts';
import { listOffered } from '../tools/catalogue.ts';
import { explainAbsence } from '../tools/explain-absence.ts';
import type { DoorCore } from './route-context.ts';

/** What an application may do on the default endpoint, tool by tool, and what its scopes are good for. */
export function describeEffect(core: DoorCore, application: Application): ApplicationEffect {
  const { access, catalogues, tools } = core;
  const endpoint = core.endpoints.get(defaultEndpointId);
  const { principal, refused = explainRefusal(core, application) } = findPrincipal(core, application);
  // Whoever it is for, the endpoint's tools as far as scopes do not decide.
  const meant: Principal = principal ?? { kind: 'service', name: application.name, scopes: new Set() };
  const wanted = listOffered(tools, endpoint, { ...meant, scopes: new Set(['all']) }) ?? [];
  const catalogue = principal && catalogues.find(endpoint, principal);
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

function explainRefusal(core: DoorCore, { id, method, enabled }: Application): string | undefined {
  if (!enabled) return 'The application is disabled.';
  if (method !== 'static_key') return undefined;
  const keys = core.access.keys.list(id);
  if (keys.length === 0) return 'It has no key yet.';
  const now = core.ports.now();
  const usable = keys.some((key) => key.enabled && (key.expiresAt ?? Infinity) > now);
  return usable ? undefined : 'Each of its keys is disabled or has expired.';
}
