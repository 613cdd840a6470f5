import type { Viewer } from '../../domain/viewer.ts';
import type { Connection } from './connection.ts';

export interface ServiceRow {
  readonly id: number;
  readonly name: string;
  readonly summary: string;
  readonly details: string;
  readonly categoryName: string;
  readonly requestTypeId: number | null;
  readonly requestTypeName: string | null;
  readonly requestTemplateName: string | null;
  readonly incidentTypeId: number | null;
  readonly incidentTypeName: string | null;
  readonly costMinor: number | null;
  readonly currency: string | null;
  readonly deliveryDays: number | null;
}

const services = `SELECT s.id, s.name, s.summary, s.details, c.name AS categoryName, rt.id AS requestTypeId,
    rt.name AS requestTypeName, te.name AS requestTemplateName, it.id AS incidentTypeId, it.name AS incidentTypeName,
    s.cost_minor AS costMinor, s.currency, s.delivery_days AS deliveryDays
  FROM desk_service s JOIN desk_service_category c ON c.id = s.category_id
  LEFT JOIN desk_ticket_type rt ON rt.id = s.request_type_id
  LEFT JOIN desk_template te ON te.id = s.request_template_id
  LEFT JOIN desk_ticket_type it ON it.id = s.incident_type_id
  WHERE s.inactive = 0`;

export function createServiceRepository(connection: Connection) {
  const listFor = (flag: 'shown_to_agents' | 'shown_to_users') =>
    connection.prepare<[string], ServiceRow>(
      `${services} AND s.${flag} = 1 AND s.id IN (SELECT value FROM json_each(+?))`,
    );
  const list = { agents: listFor('shown_to_agents'), users: listFor('shown_to_users') };

  return {
    /** Those of the services that are on offer to the audience, in no particular order. */
    listByIds: (audience: Viewer['audience'], ids: readonly number[]) => list[audience].all(JSON.stringify(ids)),
  };
}
