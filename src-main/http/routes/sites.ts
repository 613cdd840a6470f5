import type { SiteRecord } from '../../../src-shared/api/clients.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import { readFlag, readNumber, readReference, readText } from '../row-values.ts';

export const siteRoutes = {
  list: os.sites.list.handler(({ context, input }) => listRecords(context, 'sites', input, viewRow)),
  get: os.sites.get.handler(({ context, input }) => view(context, input.id)),
  update: os.sites.update.handler(({ context, input: { id, revision, changes } }) => {
    editDesk(context, 'Users and clients', () => context.core.desk.records.update('site', id, revision, changes));
    return view(context, id);
  }),
  create: os.sites.create.handler(({ context, input }) => {
    const { records } = context.core.desk;
    return view(
      context,
      editDesk(context, 'Users and clients', () => records.create('site', input)),
    );
  }),
};

function view({ core: { desk } }: RouteContext, id: number): SiteRecord {
  return { ...viewRow(desk.records.getListed('sites', 'site', id)), revision: desk.records.revision() };
}

function viewRow(row: Row): Omit<SiteRecord, 'revision'> {
  return {
    id: readNumber(row, 'id'),
    name: readText(row, 'name'),
    client: readReference(row, 'client'),
    address: readText(row, 'address'),
    phone: readText(row, 'phone'),
    inactive: readFlag(row, 'inactive'),
    users: readNumber(row, 'users'),
  };
}
