import type { ServiceListRow, ServiceRecord } from '../../../src-shared/api/services.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import { optional, readFlag, readNumber, readReference, readText } from '../row-values.ts';

export const serviceRoutes = {
  list: os.services.list.handler(({ context, input }) => listRecords(context, 'services', input, viewRow)),
  get: os.services.get.handler(({ context, input }) => view(context, input.id)),
  update: os.services.update.handler(({ context, input: { id, revision, changes } }) => {
    const { cost, ...fields } = changes;
    const money = cost === undefined ? {} : { costMinor: cost?.minor ?? null, currency: cost?.currency ?? null };
    editDesk(context, 'Service catalogue', () =>
      context.core.desk.records.update('service', id, revision, { ...fields, ...money }),
    );
    return view(context, id);
  }),
};

function view({ core: { desk } }: RouteContext, id: number): ServiceRecord {
  const row = desk.records.get('service', id);
  const types = new Map(desk.lookups.listTypes().map((type) => [type.id, type.name]));
  const typeIn = (column: string) => {
    const typeId = row[column];
    return typeof typeId === 'number' ? { id: typeId, name: types.get(typeId) ?? '' } : undefined;
  };
  const days = row['delivery_days'];
  return {
    ...viewRow(desk.records.getListed('services', 'service', id)),
    details: readText(row, 'details'),
    ...optional('requestType', typeIn('request_type_id')),
    ...optional('incidentType', typeIn('incident_type_id')),
    ...optional('deliveryDays', typeof days === 'number' ? days : undefined),
    revision: desk.records.revision(),
  };
}

function viewRow(row: Row): ServiceListRow {
  const minor = row['costMinor'];
  const cost = typeof minor === 'number' ? { minor, currency: readText(row, 'currency') } : undefined;
  return {
    id: readNumber(row, 'id'),
    name: readText(row, 'name'),
    category: readReference(row, 'category'),
    summary: readText(row, 'summary'),
    shownToUsers: readFlag(row, 'shownToUsers'),
    shownToAgents: readFlag(row, 'shownToAgents'),
    inactive: readFlag(row, 'inactive'),
    ...optional('cost', cost),
  };
}
