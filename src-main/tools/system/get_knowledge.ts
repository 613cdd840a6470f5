import { z } from 'zod';
import { pageNumber, searchText } from '../arguments.ts';
import { defineReadTool } from '../define-tool.ts';
import { listOutput, searchPage } from '../list-page.ts';
import { recordLink } from '../record-link.ts';
import { hitFields, id, link, name, showHit } from '../records.ts';

const article = z.strictObject({
  id: id.describe('Pass it as article_id.'),
  title: name,
  resolution: name.describe('What solves it; may be empty.'),
  link,
  ...hitFields,
});

export const getKnowledge = defineReadTool({
  name: 'get_knowledge',
  title: 'Search Knowledge Base',
  description:
    'Find knowledge base articles that answer a question or solve a problem. Returns ten a page, best match first, with their resolutions; read one in full with get_one_article.',
  since: '2.204',
  offered: { default: 'listed', agent: 'listed', user: 'listed' },
  scopes: ['read:kb'],
  needs: { area: 'articles', level: 'read' },
  input: () =>
    z.strictObject({
      search: searchText.describe('The question or problem in a few words.'),
      page_number: pageNumber,
    }),
  output: listOutput('articles', article, 'Best match first.'),
  run: async ({ search, page_number }, context) => {
    const found = await searchPage(
      context,
      { kind: 'article', text: search, pageNumber: page_number },
      (ids) => context.desk.articles.listByIds(context.viewer, ids),
      ({ id, title, resolution }, hit) => ({ id, title, resolution, link: recordLink('article', id), ...showHit(hit) }),
    );
    return { ...found.envelope, articles: found.rows };
  },
});
