import type { Viewer } from '../../domain/viewer.ts';
import { articleAudienceCondition } from './article-audience.ts';
import type { Connection } from './connection.ts';

export interface ArticleHitRow {
  readonly id: number;
  readonly title: string;
  readonly resolution: string;
}

export interface ArticleRow extends ArticleHitRow {
  readonly description: string;
  readonly tags: string;
  readonly audience: 'everyone' | 'agents';
  readonly inactive: 0 | 1;
  readonly creatorName: string | null;
  readonly createdAt: number;
  readonly editedAt: number;
  readonly reviewAt: number | null;
  readonly useful: number;
  readonly notUseful: number;
}

export function createArticleRepository(connection: Connection) {
  const findFor = (audience: Viewer['audience']) =>
    connection.prepare<[number], ArticleRow>(`
      SELECT k.id, k.title, k.description, k.resolution, k.tags, k.audience, k.inactive, a.name AS creatorName,
        k.created_at AS createdAt, k.edited_at AS editedAt, k.review_at AS reviewAt, k.useful,
        k.not_useful AS notUseful
      FROM desk_article k LEFT JOIN desk_agent a ON a.id = k.created_by_agent_id
      WHERE k.id = +? AND ${articleAudienceCondition(audience, 'k')}`);
  const listFor = (audience: Viewer['audience']) =>
    connection.prepare<[string], ArticleHitRow>(`
      SELECT k.id, k.title, k.resolution FROM desk_article k
      WHERE k.id IN (SELECT value FROM json_each(+?)) AND ${articleAudienceCondition(audience, 'k')}`);
  const find = { agents: findFor('agents'), users: findFor('users') };
  const list = { agents: listFor('agents'), users: listFor('users') };
  const lists = connection
    .prepare<[number], string>(
      `SELECT l.name FROM desk_article_in_list i JOIN desk_article_list l ON l.id = i.list_id
       WHERE i.article_id = +? ORDER BY l.name`,
    )
    .pluck();

  return {
    find: (audience: Viewer['audience'], id: number) => find[audience].get(id),
    /** Those of the articles that the audience may read, in no particular order. */
    listByIds: (audience: Viewer['audience'], ids: readonly number[]) => list[audience].all(JSON.stringify(ids)),
    listNamesOfLists: (articleId: number) => lists.all(articleId),
  };
}
