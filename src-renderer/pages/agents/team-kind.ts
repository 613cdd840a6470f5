import type { TeamRecord } from '../../../src-shared/api/agents.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { TeamDetails } from './team-details.tsx';
import { teamForm, type TeamValues } from './team-form.tsx';

export const teamKind: DeskKind<TeamRecord, TeamValues> = {
  kind: 'team',
  one: 'Team',
  many: 'Teams',
  list: 'Teams',
  path: '/teams',
  query: (id) => api.teams.get.queryOptions({ input: { id } }),
  titleOf: ({ name }) => name,
  Details: TeamDetails,
  form: teamForm,
};
