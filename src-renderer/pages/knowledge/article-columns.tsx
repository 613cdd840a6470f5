import type { ArticleListRow } from '../../../src-shared/api/articles.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import { MadeByMark } from '../../components/record/made-by-mark.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { idColumn, textColumn } from '../../components/table/usual-columns.tsx';
import type { Column } from '../../components/table/column.ts';
import { audienceLabels } from './audience-labels.ts';

export const articleColumns: readonly Column<ArticleListRow>[] = [
  idColumn(),
  {
    id: 'title',
    title: 'Title',
    width: 280,
    grows: 'twice',
    always: true,
    sortable: true,
    cell: ({ title, madeByAi }) => (
      <>
        <MadeByMark madeByAi={madeByAi} /> <span title={title}>{title}</span>
      </>
    ),
  },
  textColumn('tags', 'Tags', 196, ({ tags }) => tags.join(', ')),
  textColumn('audience', 'Audience', 108, ({ audience }) => audienceLabels[audience]),
  { id: 'state', title: 'State', width: 100, cell: ({ inactive }) => <ActiveBadge inactive={inactive} /> },
  {
    id: 'useful',
    title: 'Found useful',
    width: 108,
    align: 'right',
    sortable: true,
    cell: ({ useful, notUseful }) => (useful + notUseful === 0 ? '' : `${useful} of ${useful + notUseful}`),
  },
  {
    id: 'editedAt',
    title: 'Edited',
    width: 108,
    sortable: true,
    cell: ({ editedAt }) => <RelativeTime at={editedAt} />,
  },
];
