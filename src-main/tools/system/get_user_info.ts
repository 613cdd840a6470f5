import { z } from 'zod';
import { defineReadTool } from '../define-tool.ts';
import { idOrNull, name, nameOrNull } from '../records.ts';

export const getUserInfo = defineReadTool({
  name: 'get_user_info',
  title: 'Get User Info',
  description:
    'Tells who you are acting for: name, email, and for a user the site and client, for an agent the teams. Use it when a request says "me" or "my".',
  since: '2.204',
  offered: { default: 'listed', agent: 'listed', user: 'listed' },
  scopes: [],
  input: () => z.strictObject({}),
  output: z.strictObject({
    kind: z.enum(['agent', 'user', 'application']).describe('An agent works tickets, a user requests them.'),
    id: idOrNull.describe('The id of the agent or user; null for an application that is neither.'),
    name,
    email: nameOrNull,
    job_title: nameOrNull,
    site_name: nameOrNull,
    client_name: nameOrNull,
    teams: z.array(name),
  }),
  run: (_input, { desk, principal }) => {
    const nobody = { id: null, email: null, job_title: null, site_name: null, client_name: null, teams: [] };
    switch (principal.kind) {
      case 'agent': {
        const { id, name, email, jobTitle, teams } = desk.people.agents.get(principal.agentId);
        return {
          ...nobody,
          kind: 'agent' as const,
          id,
          name,
          email,
          job_title: jobTitle,
          teams: teams.map((team) => team.name),
        };
      }
      case 'user': {
        const { id, name, email, jobTitle, siteName, clientName } = desk.people.users.getSelf(principal.userId);
        return {
          ...nobody,
          kind: 'user' as const,
          id,
          name,
          email,
          job_title: jobTitle,
          site_name: siteName,
          client_name: clientName,
        };
      }
      case 'service':
        return { ...nobody, kind: 'application' as const, name: principal.name };
    }
  },
});
