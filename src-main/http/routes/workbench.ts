import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import { programVersion } from '../../config/program.ts';
import { os } from '../implementer.ts';
import { endpointUrl, tokenUrl } from '../addresses.ts';

export const workbenchRoutes = {
  status: os.workbench.status.handler(({ context: { core, inspection, serving } }) => {
    const now = serving();
    return {
      version: programVersion,
      pid: process.pid,
      folder: core.config.folder,
      schemaVersion: inspection.schemaVersion,
      endpointEnabled: core.endpoints.get(defaultEndpointId).settings.enabled,
      ...(now && { serving: { ...now, endpoint: endpointUrl(now.url), token: tokenUrl(now.url) } }),
      counts: inspection.counts(),
    };
  }),
};
