import type { Cast } from './build-people.ts';
import type { DemoDefinition } from './demo-definition.ts';
import type { ArticleInListRow, ArticleRow } from './desk-rows.ts';
import { createNameIndex, numbered } from './name-index.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;

export interface Knowledge {
  readonly articles: ArticleRow[];
  readonly lists: { id: number; name: string }[];
  readonly inLists: ArticleInListRow[];
  readonly idOf: (key: string) => number;
}

export function buildKnowledge(definition: DemoDefinition, cast: Cast, today: number, random: Random): Knowledge {
  const authors = cast.agents.filter((agent) => agent.row.api_only === 0);
  const articles = numbered(definition.articles, (article, id): ArticleRow => {
    const chance = random.fork(`article ${article.key}`);
    const created_at = today - chance.integer(25, 1100) * DAY_MS + chance.integer(8 * 3600, 17 * 3600) * 1000;
    const age = Math.floor((today - created_at) / DAY_MS);
    const edited_at = chance.chance(0.55) ? created_at + chance.integer(0, age - 1) * DAY_MS : created_at;
    const popularity = chance.spread(1, 60);
    return {
      id,
      title: article.title,
      description: article.description.trim(),
      resolution: article.resolution.trim(),
      tags: article.tags.join(', '),
      audience: article.audience,
      inactive: article.inactive ? 1 : 0,
      created_by_agent_id: chance.pick(authors).row.id,
      created_at,
      edited_at,
      review_at: chance.chance(0.7) ? edited_at + 365 * DAY_MS : null,
      useful: Math.round(popularity),
      not_useful: Math.round(popularity * chance.fraction() * 0.3),
    };
  });
  const keys = createNameIndex(
    'article',
    definition.articles.map((article, index) => ({ id: index + 1, name: article.key })),
  );
  const names = [...new Set(definition.articles.flatMap((article) => article.lists))].sort();
  const lists = numbered(names, (name, id) => ({ id, name }));
  const listId = createNameIndex('article list', lists);
  const pairs = definition.articles.flatMap((article) =>
    article.lists.map((list) => ({ article_id: keys(article.key), list_id: listId(list) })),
  );
  return { articles, lists, inLists: numbered(pairs, (pair, id) => ({ id, ...pair })), idOf: keys };
}
