import type { WorkflowListRow } from '../../../src-shared/api/workflows.ts';
import type { Column } from '../../components/table/column.ts';
import { idColumn, numberColumn, textColumn } from '../../components/table/usual-columns.tsx';

export const workflowColumns: readonly Column<WorkflowListRow>[] = [
  idColumn(),
  { ...textColumn('name', 'Name', 200, ({ name }) => name), always: true, sortable: true },
  {
    ...textColumn('types', 'For tickets of', 320, ({ types }) => types.map(({ name }) => name).join(', ')),
    grows: 'twice',
  },
  numberColumn('steps', 'Steps', 84, ({ steps }) => steps),
  numberColumn('openTickets', 'Open tickets', 116, ({ openTickets }) => openTickets),
];
