import type { SlaListRow, SlaRecord } from '../../../src-shared/api/slas.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import { readNumber, readReference, readText } from '../row-values.ts';

export const slaRoutes = {
  list: os.slas.list.handler(({ context, input }) => listRecords(context, 'slas', input, viewRow)),
  get: os.slas.get.handler(({ context, input }) => view(context, input.id)),
  update: os.slas.update.handler(({ context, input: { id, revision, changes } }) => {
    const { targets, ...columns } = changes;
    editDesk(context, 'SLAs', ({ at }) => context.core.desk.setup.slas.update(id, revision, { columns, targets }, at));
    return view(context, id);
  }),
  create: os.slas.create.handler(({ context, input: { targets, ...columns } }) => {
    const { slas } = context.core.desk.setup;
    return view(
      context,
      editDesk(context, 'SLAs', ({ at }) => slas.create({ columns, targets }, at)),
    );
  }),
  preview: os.slas.preview.handler(({ context: { core }, input }) => {
    const { zone, openedAt, due } = core.desk.setup.slas.preview(input);
    return {
      zone,
      openedAt: toTimestamp(openedAt),
      due: due.map(({ priorityId, respondByAt, fixByAt }) => ({
        ...{ priorityId, respondByAt: toTimestamp(respondByAt), fixByAt: toTimestamp(fixByAt) },
      })),
    };
  }),
};

function view({ core: { desk } }: RouteContext, id: number): SlaRecord {
  return {
    ...viewRow(desk.records.getListed('slas', 'sla', id)),
    targets: desk.setup.listTargets(id).map(({ priorityId, priorityName, respondSeconds, fixSeconds }) => ({
      ...{ priority: { id: priorityId, name: priorityName }, respondSeconds, fixSeconds },
    })),
    revision: desk.records.revision(),
  };
}

function viewRow(row: Row): SlaListRow {
  return {
    id: readNumber(row, 'id'),
    name: readText(row, 'name'),
    calendar: readReference(row, 'calendar'),
    types: readNumber(row, 'types'),
    targets: readNumber(row, 'targets'),
  };
}
