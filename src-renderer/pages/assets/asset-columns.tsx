import type { AssetListRow } from '../../../src-shared/api/assets.ts';
import { describeDay } from '../../components/describe-day.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import type { Column } from '../../components/table/column.ts';
import { idColumn, textColumn } from '../../components/table/usual-columns.tsx';

export const assetColumns: readonly Column<AssetListRow>[] = [
  idColumn(),
  { ...textColumn('tag', 'Tag', 104, ({ tag }) => tag), always: true, sortable: true },
  { ...textColumn('type', 'Type', 120, ({ type }) => type.name), sortable: true },
  { ...textColumn('user', 'User', 148, ({ user }) => user?.name ?? ''), sortable: true },
  { ...textColumn('client', 'Client', 172, ({ client }) => client.name), sortable: true },
  { ...textColumn('status', 'Status', 92, ({ status }) => status), sortable: true },
  { ...textColumn('manufacturer', 'Manufacturer', 112, ({ manufacturer }) => manufacturer), sortable: true },
  textColumn('model', 'Model', 132, ({ model }) => model),
  { ...textColumn('site', 'Site', 132, ({ site }) => site.name), hiddenAtFirst: true },
  {
    ...textColumn('warrantyEndsAt', 'Warranty until', 120, ({ warrantyEndsAt }) =>
      warrantyEndsAt === undefined ? '' : describeDay(warrantyEndsAt),
    ),
    sortable: true,
    hiddenAtFirst: true,
  },
  {
    id: 'state',
    title: 'State',
    width: 92,
    hiddenAtFirst: true,
    cell: ({ inactive }) => <ActiveBadge inactive={inactive} />,
  },
];
