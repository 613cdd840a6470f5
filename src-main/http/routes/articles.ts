import type { ArticleListRow, ArticleRecord } from '../../../src-shared/api/articles.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import {
  readFlag,
  readMoment,
  readNumber,
  readOptionalMoment,
  readOptionalReference,
  readText,
  readWord,
} from '../row-values.ts';
import { showMadeBy } from '../show-made-by.ts';

export const articleRoutes = {
  list: os.articles.list.handler(({ context, input }) => listRecords(context, 'articles', input, viewRow)),
  get: os.articles.get.handler(({ context, input }) => view(context, input.id)),
  update: os.articles.update.handler(({ context, input: { id, revision, changes } }) => {
    const { tags, listIds, ...fields } = changes;
    const { articles } = context.core.desk.editing;
    editDesk(context, 'Knowledge base', ({ at }) => articles.update(id, revision, { fields, tags, listIds }, at));
    return view(context, id);
  }),
  create: os.articles.create.handler(({ context, input }) => {
    const { tags, listIds, ...fields } = input;
    const { articles } = context.core.desk.editing;
    return view(
      context,
      editDesk(context, 'Knowledge base', (edit) => articles.create({ fields, tags, listIds }, edit)),
    );
  }),
};

function view({ core: { desk } }: RouteContext, id: number): ArticleRecord {
  const row = desk.records.get('article', id);
  return {
    ...viewRow(desk.records.getListed('articles', 'article', id)),
    description: readText(row, 'description'),
    resolution: readText(row, 'resolution'),
    ...readOptionalMoment(row, 'review_at', 'reviewAt'),
    lists: desk.lookups.listListsOfArticle(id),
    revision: desk.records.revision(),
  };
}

function viewRow(row: Row): ArticleListRow {
  const tags = readText(row, 'tags').split(',');
  return {
    id: readNumber(row, 'id'),
    title: readText(row, 'title'),
    tags: tags.map((tag) => tag.trim()).filter((tag) => tag !== ''),
    audience: readWord(row, 'audience', ['everyone', 'agents']),
    inactive: readFlag(row, 'inactive'),
    ...readOptionalReference(row, 'createdBy'),
    createdAt: readMoment(row, 'createdAt'),
    editedAt: readMoment(row, 'editedAt'),
    useful: readNumber(row, 'useful'),
    notUseful: readNumber(row, 'notUseful'),
    ...showMadeBy(row),
  };
}
