import type { ArticleRecord } from '../../../src-shared/api/articles.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { ArticleDetails } from './article-details.tsx';
import { articleForm, type ArticleValues } from './article-form.tsx';

export const articleKind: DeskKind<ArticleRecord, ArticleValues> = {
  kind: 'article',
  one: 'Article',
  many: 'Articles',
  list: 'Knowledge base',
  path: '/knowledge',
  query: (id) => api.articles.get.queryOptions({ input: { id } }),
  titleOf: ({ id, title }) => `${id} ${title}`,
  Details: ArticleDetails,
  form: articleForm,
};
