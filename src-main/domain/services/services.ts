import type { Connection } from '../../db/repositories/connection.ts';
import { createServiceRepository, type ServiceRow } from '../../db/repositories/service-repository.ts';
import type { Viewer } from '../viewer.ts';

export type { ServiceRow };

/** The service catalogue, as far as it is on offer to the viewer. */
export function createServices(connection: Connection) {
  const services = createServiceRepository(connection);

  return {
    listByIds: (viewer: Viewer, ids: readonly number[]): ServiceRow[] => services.listByIds(viewer.audience, ids),
  };
}
