import type { TemplateListRow, TemplateRecord } from '../../../src-shared/api/templates.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import { readNumber, readOptionalReference, readReference, readText } from '../row-values.ts';

export const templateRoutes = {
  list: os.templates.list.handler(({ context, input }) => listRecords(context, 'templates', input, viewRow)),
  get: os.templates.get.handler(({ context, input }) => view(context, input.id)),
  update: os.templates.update.handler(({ context, input: { id, revision, changes } }) => {
    editDesk(context, 'Templates', () => context.core.desk.records.update('template', id, revision, changes));
    return view(context, id);
  }),
  create: os.templates.create.handler(({ context, input }) => {
    const { records } = context.core.desk;
    return view(
      context,
      editDesk(context, 'Templates', () => records.create('template', input)),
    );
  }),
};

function view({ core: { desk } }: RouteContext, id: number): TemplateRecord {
  return {
    ...viewRow(desk.records.getListed('templates', 'template', id)),
    details: readText(desk.records.get('template', id), 'details'),
    revision: desk.records.revision(),
  };
}

function viewRow(row: Row): TemplateListRow {
  return {
    id: readNumber(row, 'id'),
    name: readText(row, 'name'),
    type: readReference(row, 'type'),
    summary: readText(row, 'summary'),
    ...readOptionalReference(row, 'priority'),
    ...readOptionalReference(row, 'team'),
    ...readOptionalReference(row, 'category'),
  };
}
