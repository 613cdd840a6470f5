import { z } from 'zod';
import { recordId } from '../arguments.ts';
import { showUserRow, userListFields } from '../customer-records.ts';
import { defineReadTool } from '../define-tool.ts';
import { count, moment, name } from '../records.ts';
import { toIso } from '../timestamp.ts';

export const getOneUser = defineReadTool({
  name: 'get_one_user',
  title: 'Get One User',
  description: 'Read one user in full by id, with the number of open tickets; find ids with get_users.',
  since: '2.236',
  offered: { default: 'listed', agent: 'extra', user: 'no' },
  scopes: ['read:customers'],
  needs: { area: 'customers', level: 'read' },
  input: () => z.strictObject({ user_id: recordId('The id of the user.') }),
  output: z.strictObject({
    ...userListFields,
    department: name,
    sees_tickets: z.enum(['own', 'site', 'client']).describe('Whose tickets the user may see.'),
    isimportantcontact: z.boolean(),
    open_ticket_count: count,
    datecreated: moment,
  }),
  run: ({ user_id }, { desk, viewer }) => {
    const user = desk.people.users.get(viewer, user_id);
    return {
      ...showUserRow(user),
      department: user.department,
      sees_tickets: user.sees,
      isimportantcontact: user.important === 1,
      open_ticket_count: user.openTickets,
      datecreated: toIso(user.createdAt),
    };
  },
});
