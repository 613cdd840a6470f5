import type { TeamRecord } from '../../../src-shared/api/agents.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import type { Column } from '../../components/table/column.ts';
import { idColumn, numberColumn, textColumn } from '../../components/table/usual-columns.tsx';

export const teamColumns: readonly Column<Omit<TeamRecord, 'revision'>>[] = [
  idColumn(),
  { ...textColumn('name', 'Name', 180, ({ name }) => name), grows: 'twice', always: true, sortable: true },
  numberColumn('agents', 'Agents', 96, ({ agents }) => agents),
  numberColumn('openTickets', 'Open tickets', 112, ({ openTickets }) => openTickets),
  { id: 'state', title: 'State', width: 84, cell: ({ inactive }) => <ActiveBadge inactive={inactive} /> },
];
