import type { ServiceListRow } from '../../../src-shared/api/services.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import type { Column } from '../../components/table/column.ts';
import { idColumn, textColumn } from '../../components/table/usual-columns.tsx';
import { describeMoney } from './money.ts';
import { describeShownTo } from './shown-to.ts';

export const serviceColumns: readonly Column<ServiceListRow>[] = [
  idColumn(),
  { ...textColumn('category', 'Category', 164, ({ category }) => category.name), sortable: true },
  { ...textColumn('name', 'Name', 212, ({ name }) => name), always: true, sortable: true },
  { ...textColumn('summary', 'Summary', 200, ({ summary }) => summary), grows: 'twice' },
  textColumn('shownTo', 'Shown to', 128, describeShownTo),
  {
    id: 'cost',
    title: 'Cost',
    width: 104,
    align: 'right',
    sortable: true,
    cell: ({ cost }) => cost && describeMoney(cost),
  },
  { id: 'state', title: 'State', width: 92, cell: ({ inactive }) => <ActiveBadge inactive={inactive} /> },
];
