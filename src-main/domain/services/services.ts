import type { Connection } from '../../db/repositories/connection.ts';
import { createServiceRepository, type ServiceRow } from '../../db/repositories/service-repository.ts';
import { isWithin, type Viewer } from '../viewer.ts';

export type { ServiceRow };

/** The service catalogue, as far as it is on offer to the viewer. */
export function createServices(connection: Connection) {
  const services = createServiceRepository(connection);

  return {
    /** Types of tickets outside the viewer's limits are not named: nobody could log one here. */
    listByIds: (viewer: Viewer, ids: readonly number[]): ServiceRow[] =>
      services.listByIds(viewer.audience, ids).map((service) => {
        const isLoggable = (typeId: number | null) => isWithin(viewer.limits?.ticketTypeIds, typeId);
        return {
          ...service,
          ...(isLoggable(service.requestTypeId) ? {} : { requestTypeName: null, requestTemplateName: null }),
          ...(isLoggable(service.incidentTypeId) ? {} : { incidentTypeName: null }),
        };
      }),
  };
}
