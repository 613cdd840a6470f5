import type { EndpointSettings } from '../../src-shared/domain/endpoint-settings.ts';
import type { Principal } from '../domain/principal.ts';

const scopes = new Set(['all'] as const);
const nobody = { name: '', email: '' };

/** Somebody to whom nothing of an endpoint is withheld: what this one is listed is all that it offers. */
export function widestPrincipal(type: EndpointSettings['type']): Principal {
  if (type === 'user') {
    return { kind: 'user', userId: 0, ...nobody, siteId: 0, clientId: 0, sees: 'own', scopes };
  }
  const areas = { tickets: 'edit', articles: 'edit', customers: 'edit', assets: 'edit', time: 'edit' } as const;
  const role = { administrator: true, areas, sees: 'all' } as const;
  return { kind: 'agent', agentId: 0, ...nobody, role, teamIds: [], apiOnly: false, scopes };
}
