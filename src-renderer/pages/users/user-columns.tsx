import type { UserListRow } from '../../../src-shared/api/users.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import type { Column } from '../../components/table/column.ts';
import { idColumn, textColumn } from '../../components/table/usual-columns.tsx';

export const userColumns: readonly Column<UserListRow>[] = [
  idColumn(),
  { ...textColumn('name', 'Name', 160, ({ name }) => name), grows: 'twice', always: true, sortable: true },
  { ...textColumn('email', 'Email', 208, ({ email }) => email), sortable: true },
  { ...textColumn('client', 'Client', 156, ({ client }) => client.name), sortable: true },
  { ...textColumn('site', 'Site', 132, ({ site }) => site.name), sortable: true },
  { id: 'state', title: 'State', width: 92, cell: ({ inactive }) => <ActiveBadge inactive={inactive} /> },
  textColumn('phone', 'Phone', 116, ({ phone }) => phone),
  { ...textColumn('jobTitle', 'Job title', 156, ({ jobTitle }) => jobTitle), hiddenAtFirst: true },
  {
    ...textColumn('department', 'Department', 124, ({ department }) => department),
    sortable: true,
    hiddenAtFirst: true,
  },
  {
    id: 'important',
    title: 'Important',
    width: 96,
    hiddenAtFirst: true,
    cell: ({ important }) => important && <StateBadge state="info">Important</StateBadge>,
  },
];
