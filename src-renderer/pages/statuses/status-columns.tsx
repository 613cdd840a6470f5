import type { StatusListRow } from '../../../src-shared/api/statuses.ts';
import type { Column } from '../../components/table/column.ts';
import { idColumn, numberColumn, textColumn } from '../../components/table/usual-columns.tsx';
import { describeClock } from './describe-clock.ts';
import { statusKindLabels } from './status-labels.ts';

export const statusColumns: readonly Column<StatusListRow>[] = [
  idColumn(),
  { ...textColumn('name', 'Name', 200, ({ name }) => name), grows: 'twice', always: true, sortable: true },
  { ...textColumn('kind', 'Tickets are', 120, ({ kind }) => statusKindLabels[kind]), sortable: true },
  textColumn('clock', 'SLA clock', 120, describeClock),
  numberColumn('tickets', 'Tickets', 96, ({ tickets }) => tickets),
];
