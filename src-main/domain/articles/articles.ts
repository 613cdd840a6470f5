import { AppError } from '../../../src-shared/errors/app-error.ts';
import {
  type ArticleHitRow,
  type ArticleRow,
  createArticleRepository,
} from '../../db/repositories/article-repository.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import type { Viewer } from '../viewer.ts';

export type { ArticleHitRow };

export interface Article extends Omit<ArticleRow, 'tags'> {
  readonly tags: readonly string[];
  readonly lists: readonly string[];
}

export function createArticles(connection: Connection) {
  const articles = createArticleRepository(connection);

  return {
    get(viewer: Viewer, id: number): Article {
      const article = articles.find(viewer.audience, id);
      // The same words whether it is missing, inactive or for agents only.
      if (article === undefined) {
        throw new AppError(
          'not_found',
          `There is no article ${id} that you can see. Search the knowledge base for it.`,
        );
      }
      return { ...article, tags: splitTags(article.tags), lists: articles.listNamesOfLists(id) };
    },

    /** Those of the articles that the viewer can see, in no particular order. */
    listByIds: (viewer: Viewer, ids: readonly number[]): ArticleHitRow[] => articles.listByIds(viewer.audience, ids),
  };
}

function splitTags(tags: string): string[] {
  return tags
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}
