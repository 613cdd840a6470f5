import type { CustomFieldListRow, CustomFieldRecord } from '../../../src-shared/api/custom-fields.ts';
import { fieldKinds } from '../../../src-shared/domain/ticket-setup.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import { readNumber, readText, readWord } from '../row-values.ts';

const page = 'Custom fields';

export const customFieldRoutes = {
  list: os.customFields.list.handler(({ context, input }) => listRecords(context, 'customFields', input, viewRow)),
  get: os.customFields.get.handler(({ context, input }) => view(context, input.id)),
  update: os.customFields.update.handler(({ context, input: { id, revision, changes } }) => {
    editDesk(context, page, () => context.core.desk.setup.fields.update(id, revision, changes));
    return view(context, id);
  }),
  create: os.customFields.create.handler(({ context, input }) => {
    const { fields } = context.core.desk.setup;
    return view(
      context,
      editDesk(context, page, () => fields.create(input)),
    );
  }),
};

function view({ core: { desk } }: RouteContext, id: number): CustomFieldRecord {
  const { records, setup } = desk;
  return {
    ...viewRow(records.getListed('customFields', 'field', id)),
    types: setup.listTypesOfField(id),
    outcomes: setup.listOutcomesOfField(id),
    filled: setup.isFilledIn(id),
    revision: records.revision(),
  };
}

function viewRow(row: Row): CustomFieldListRow {
  return {
    id: readNumber(row, 'id'),
    name: readText(row, 'name'),
    label: readText(row, 'label'),
    kind: readWord(row, 'kind', fieldKinds),
    choices: JSON.parse(readText(row, 'choices')) as string[],
    types: readNumber(row, 'types'),
  };
}
