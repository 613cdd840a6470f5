import type { SlaListRow } from '../../../src-shared/api/slas.ts';
import { RecordLink } from '../../components/record/record-link.tsx';
import type { Column } from '../../components/table/column.ts';
import { idColumn, numberColumn, textColumn } from '../../components/table/usual-columns.tsx';

export const slaColumns: readonly Column<SlaListRow>[] = [
  idColumn(),
  { ...textColumn('name', 'Name', 200, ({ name }) => name), grows: 'twice', always: true, sortable: true },
  {
    id: 'calendar',
    title: 'Working calendar',
    width: 160,
    grows: 'once',
    sortable: true,
    cell: ({ calendar }) => <RecordLink kind="calendar" to={calendar} oneLine />,
  },
  {
    id: 'targets',
    title: 'Promises for',
    width: 120,
    cell: ({ targets }) => `${targets} ${targets === 1 ? 'priority' : 'priorities'}`,
  },
  numberColumn('types', 'Ticket types', 104, ({ types }) => types),
];
