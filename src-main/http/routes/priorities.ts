import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import { viewNamed, viewNamedRow } from '../view-named.ts';

export const priorityRoutes = {
  list: os.priorities.list.handler(({ context, input }) => listRecords(context, 'priorities', input, viewNamedRow)),
  get: os.priorities.get.handler(({ context, input }) => viewNamed(context, 'priority', input.id)),
  update: os.priorities.update.handler(({ context, input: { id, revision, changes } }) => {
    editDesk(context, 'Priorities', () => context.core.desk.records.update('priority', id, revision, changes));
    return viewNamed(context, 'priority', id);
  }),
  create: os.priorities.create.handler(({ context, input }) => {
    const id = editDesk(context, 'Priorities', () => context.core.desk.setup.priorities.create(input.name));
    return viewNamed(context, 'priority', id);
  }),
};
