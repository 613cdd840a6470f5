import { z } from 'zod';
import { recordId } from '../arguments.ts';
import { defineReadTool } from '../define-tool.ts';
import { recordLink } from '../record-link.ts';
import { count, id, link, moment, momentOrNull, name, nameOrNull } from '../records.ts';
import { toIso, toIsoOrNull } from '../timestamp.ts';

export const getOneArticle = defineReadTool({
  name: 'get_one_article',
  title: 'Get One Article',
  description: 'Read one knowledge base article in full by its id; find ids with get_knowledge.',
  since: '2.204',
  offered: { default: 'listed', agent: 'listed', user: 'listed' },
  scopes: ['read:kb'],
  needs: { area: 'articles', level: 'read' },
  input: () => z.strictObject({ article_id: recordId('The id of the article.') }),
  output: z.strictObject({
    id,
    title: name,
    description: name,
    resolution: name,
    tags: z.array(name),
    lists: z.array(name).describe('The article lists that it is in.'),
    audience: z.enum(['everyone', 'agents']).describe('Who may read it.'),
    inactive: z.boolean(),
    creator_name: nameOrNull,
    date_created: moment,
    date_edited: moment,
    next_review_date: momentOrNull,
    useful_count: count,
    notuseful_count: count,
    link,
  }),
  run: ({ article_id }, { desk, viewer }) => {
    const article = desk.articles.get(viewer, article_id);
    return {
      id: article.id,
      title: article.title,
      description: article.description,
      resolution: article.resolution,
      tags: [...article.tags],
      lists: [...article.lists],
      audience: article.audience,
      inactive: article.inactive === 1,
      creator_name: article.creatorName,
      date_created: toIso(article.createdAt),
      date_edited: toIso(article.editedAt),
      next_review_date: toIsoOrNull(article.reviewAt),
      useful_count: article.useful,
      notuseful_count: article.notUseful,
      link: recordLink('article', article.id),
    };
  },
});
