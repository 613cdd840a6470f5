import type { TemplateListRow } from '../../../src-shared/api/templates.ts';
import type { Column } from '../../components/table/column.ts';
import { idColumn, textColumn } from '../../components/table/usual-columns.tsx';

export const templateColumns: readonly Column<TemplateListRow>[] = [
  idColumn(),
  { ...textColumn('name', 'Name', 180, ({ name }) => name), grows: 'twice', always: true, sortable: true },
  { ...textColumn('type', 'Ticket type', 130, ({ type }) => type.name), sortable: true },
  textColumn('summary', 'Summary', 200, ({ summary }) => summary),
  { ...textColumn('priority', 'Priority', 96, ({ priority }) => priority?.name ?? ''), sortable: true },
  { ...textColumn('team', 'Team', 130, ({ team }) => team?.name ?? ''), sortable: true },
  { ...textColumn('category', 'Category', 130, ({ category }) => category?.name ?? ''), sortable: true },
];
