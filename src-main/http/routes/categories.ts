import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import { viewNamed, viewNamedRow } from '../view-named.ts';

export const categoryRoutes = {
  list: os.categories.list.handler(({ context, input }) => listRecords(context, 'categories', input, viewNamedRow)),
  get: os.categories.get.handler(({ context, input }) => viewNamed(context, 'category', input.id)),
  update: os.categories.update.handler(({ context, input: { id, revision, changes } }) => {
    editDesk(context, 'Categories', () => context.core.desk.records.update('category', id, revision, changes));
    return viewNamed(context, 'category', id);
  }),
  create: os.categories.create.handler(({ context, input }) => {
    const id = editDesk(context, 'Categories', () => context.core.desk.records.create('category', input));
    return viewNamed(context, 'category', id);
  }),
};
