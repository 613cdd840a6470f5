import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { programVersion } from '../../config/program.ts';
import { os } from '../implementer.ts';
import { endpointUrl, tokenUrl } from '../addresses.ts';
import type { DoorCore } from '../route-context.ts';

export const workbenchRoutes = {
  status: os.workbench.status.handler(({ context: { core, inspection, serving } }) => {
    const now = serving();
    const counts = inspection.counts();
    const { settings } = core.endpoints.get(defaultEndpointId);
    const connectedClients = core.presence.list().filter(({ endpointId }) => endpointId === defaultEndpointId).length;
    return {
      version: programVersion,
      pid: process.pid,
      folder: core.config.folder,
      schemaVersion: inspection.schemaVersion,
      startedAt: toTimestamp(core.startedAt),
      endpointEnabled: settings.enabled,
      connectedClients,
      checklist: {
        endpointEnabled: settings.enabled,
        hasKey: hasUsableKey(core),
        clientConnected: connectedClients > 0 || core.activity.hasCallOfClient(),
        callMade: counts.calls > 0,
      },
      ...(now && { serving: { ...now, endpoint: endpointUrl(now.url), token: tokenUrl(now.url) } }),
      counts,
    };
  }),
};

function hasUsableKey({ access, ports }: DoorCore): boolean {
  const now = ports.now();
  return access.applications
    .list()
    .filter(({ enabled }) => enabled)
    .some(({ id, method }) => {
      if (method === 'client_credentials') return true;
      return access.keys.list(id).some((key) => key.enabled && (key.expiresAt ?? Infinity) > now);
    });
}
