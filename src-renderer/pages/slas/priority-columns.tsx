import type { NamedListRow } from '../../../src-shared/api/statuses.ts';
import type { Column } from '../../components/table/column.ts';
import { idColumn, numberColumn, textColumn } from '../../components/table/usual-columns.tsx';

export const priorityColumns: readonly Column<NamedListRow>[] = [
  idColumn(),
  { ...textColumn('name', 'Name', 220, ({ name }) => name), grows: 'twice', always: true, sortable: true },
  numberColumn('tickets', 'Tickets', 96, ({ tickets }) => tickets),
];
