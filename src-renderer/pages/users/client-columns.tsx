import type { ClientListRow } from '../../../src-shared/api/clients.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import type { Column } from '../../components/table/column.ts';
import { idColumn, numberColumn, textColumn } from '../../components/table/usual-columns.tsx';

export const clientColumns: readonly Column<ClientListRow>[] = [
  idColumn(),
  { ...textColumn('name', 'Name', 240, ({ name }) => name), grows: 'twice', always: true, sortable: true },
  numberColumn('sites', 'Sites', 80, ({ sites }) => sites),
  numberColumn('users', 'Users', 80, ({ users }) => users),
  numberColumn('openTickets', 'Open tickets', 112, ({ openTickets }) => openTickets),
  { id: 'state', title: 'State', width: 104, cell: ({ inactive }) => <ActiveBadge inactive={inactive} /> },
  {
    id: 'createdAt',
    title: 'Created',
    width: 112,
    sortable: true,
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
  },
];
