import { z } from 'zod';
import { pageNumber, searchOrListText } from '../arguments.ts';
import { userListFields, showUserRow } from '../customer-records.ts';
import { defineReadTool } from '../define-tool.ts';
import { listOutput, searchPage } from '../list-page.ts';
import { hitFields, showHit } from '../records.ts';

export const getUsers = defineReadTool({
  name: 'get_users',
  title: 'Search Users',
  description:
    'Find users, the people who request things, by name, email address, site or client. Returns ten a page; read one in full with get_one_user.',
  since: '2.236',
  offered: { default: 'listed', agent: 'extra', user: 'no' },
  scopes: ['read:customers'],
  needs: { area: 'customers', level: 'read' },
  input: () =>
    z.strictObject({
      search: searchOrListText.describe('A name, an email address or a few words; empty lists all users.'),
      page_number: pageNumber,
    }),
  output: listOutput('users', z.strictObject({ ...userListFields, ...hitFields }), 'Best match first.'),
  run: async ({ search, page_number }, context) => {
    const found = await searchPage(
      context,
      { kind: 'user', text: search, pageNumber: page_number },
      (ids) => context.desk.people.users.listByIds(context.viewer, ids),
      (row, hit) => ({ ...showUserRow(row), ...showHit(hit) }),
    );
    return { ...found.envelope, users: found.rows };
  },
});
