import type { CollectionView } from '../../../src-shared/api/collections.ts';
import { formatNumber } from '../../components/format-number.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import type { Column } from '../../components/table/column.ts';
import { textColumn } from '../../components/table/usual-columns.tsx';
import { describeLimits } from './describe-limits.ts';
import { typeNames } from './type-names.ts';

const number = (id: string, title: string, width: number, of: (row: CollectionView) => number) =>
  ({ id, title, width, align: 'right', cell: (row) => formatNumber(of(row)) }) satisfies Column<CollectionView>;

export const collectionColumns: readonly Column<CollectionView>[] = [
  {
    id: 'name',
    title: 'Name',
    width: 200,
    grows: 'twice',
    always: true,
    cell: ({ settings }) => <span title={settings.name}>{settings.name}</span>,
  },
  { id: 'type', title: 'Type', width: 96, cell: ({ settings }) => typeNames[settings.type] },
  {
    id: 'enabled',
    title: 'State',
    width: 96,
    cell: ({ settings: { enabled } }) => (
      <StateBadge state={enabled ? 'good' : 'quiet'}>{enabled ? 'Enabled' : 'Disabled'}</StateBadge>
    ),
  },
  number('tools', 'Tools', 68, ({ listing }) => listing.tools),
  number('tokens', 'Tokens', 80, ({ listing }) => listing.estimatedTokens),
  number('clients', 'Clients', 80, ({ connectedClients }) => connectedClients),
  textColumn('limits', 'Limits', 144, ({ settings }) => describeLimits(settings)),
  { id: 'savedAt', title: 'Last change', width: 112, cell: ({ savedAt }) => <RelativeTime at={savedAt} /> },
];
