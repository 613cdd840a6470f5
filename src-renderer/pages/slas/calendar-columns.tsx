import type { CalendarListRow } from '../../../src-shared/api/slas.ts';
import { describeDuration } from '../../components/describe-duration.ts';
import { formatNumber } from '../../components/format-number.ts';
import type { Column } from '../../components/table/column.ts';
import { idColumn, numberColumn, textColumn } from '../../components/table/usual-columns.tsx';

export const calendarColumns: readonly Column<CalendarListRow>[] = [
  idColumn(),
  { ...textColumn('name', 'Name', 200, ({ name }) => name), grows: 'twice', always: true, sortable: true },
  { ...textColumn('zone', 'Time zone', 160, ({ zone }) => zone), sortable: true },
  {
    id: 'week',
    title: 'Time a week',
    width: 110,
    align: 'right',
    cell: ({ weekMinutes }) => describeDuration(weekMinutes * 60),
  },
  { id: 'holidays', title: 'Holidays', width: 96, align: 'right', cell: ({ holidays }) => formatNumber(holidays) },
  numberColumn('slas', 'SLAs', 72, ({ slas }) => slas),
];
