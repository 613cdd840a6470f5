import type { OutcomeListRow } from '../../../src-shared/api/outcomes.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import type { Column } from '../../components/table/column.ts';
import { idColumn, numberColumn, textColumn } from '../../components/table/usual-columns.tsx';
import { describeAudience } from './describe-audience.ts';

export const outcomeColumns: readonly Column<OutcomeListRow>[] = [
  idColumn(),
  { ...textColumn('name', 'Name', 180, ({ name }) => name), grows: 'twice', always: true, sortable: true },
  textColumn('label', 'Button', 150, ({ label }) => label),
  { ...textColumn('audience', 'For', 120, describeAudience), grows: 'once' },
  textColumn('kind', 'Runs', 120, ({ quick }) => (quick ? 'At once' : 'After asking')),
  { ...textColumn('status', 'Sets the status', 140, ({ status }) => status?.name ?? ''), sortable: true },
  textColumn('entry', 'Writes', 96, (row) => (row.private ? 'Privately' : 'Publicly')),
  numberColumn('steps', 'Steps', 84, ({ steps }) => steps),
  {
    id: 'always',
    title: 'Every step',
    width: 96,
    cell: ({ always }) => (always ? 'Yes' : ''),
  },
  { id: 'state', title: 'State', width: 84, cell: ({ inactive }) => <ActiveBadge inactive={inactive} /> },
];
