import { articleSorts } from '../../../src-shared/api/articles.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { filterByFlag, filterById, filterByInactive, filterByWord } from '../../components/desk/list-filter.ts';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { articleColumns } from './article-columns.tsx';
import { NewArticle } from './article-form.tsx';
import { articleKind } from './article-kind.ts';
import { audienceLabels } from './audience-labels.ts';

const articles = describeDeskList({
  sorts: articleSorts,
  sortAtFirst: { column: 'title', descending: false },
  filters: {
    listId: filterById('List', ({ articleLists }) => articleLists),
    audience: filterByWord('Audience', audienceLabels),
    inactive: filterByInactive,
    madeByAi: filterByFlag('Made by', { yes: 'AI', no: 'People' }),
  },
});

export function ArticlesPage() {
  const { list, input } = useDeskList(articles);
  const rows = useListRows((block) => api.articles.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={articleKind}
      title="Knowledge base"
      about="Known problems and how to solve them: for agents, for users and for the assistants that answer them."
      filters={<DeskFilterBar list={list} of={articleKind} />}
      columns={articleColumns}
      rows={rows}
      sort={list.sort}
      NewRecord={NewArticle}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={articleKind} action={newButton}>
          An article says what is wrong and what to do. Assistants find it with the tool “Search Knowledge Base”.
        </DeskListEmpty>
      )}
    />
  );
}
