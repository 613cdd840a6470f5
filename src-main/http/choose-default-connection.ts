import { noConnection } from '../../src-shared/domain/connection-settings.ts';
import { offlineConnectionId } from '../../src-shared/domain/conversations.ts';
import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import { applyProposal } from './change-endpoint.ts';
import type { DoorCore, RouteContext } from './route-context.ts';

/** The one default of the workbench: a connection's id, or none, which turns the MCP endpoint off. */
export function chooseDefaultConnection({ core, actor }: Pick<RouteContext, 'core' | 'actor'>, id: string): void {
  checkConnection(core, id);
  const { settings } = core.endpoints.get(defaultEndpointId);
  if (settings.defaultConnection === id) return;
  core.endpoints.save(defaultEndpointId, applyProposal(settings, { defaultConnection: id }, core), actor);
}

/** Throws `not_found` where no connection has the id. */
export function checkConnection({ connections }: Pick<DoorCore, 'connections'>, id: string): void {
  if (id !== noConnection && id !== offlineConnectionId) connections.configured.get(id);
}
