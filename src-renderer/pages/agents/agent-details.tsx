import { useQuery } from '@tanstack/react-query';
import type { AgentRecord, RoleRecord } from '../../../src-shared/api/agents.ts';
import { api } from '../../api/client.ts';
import { CopiedText } from '../../components/copied-text.tsx';
import { OpenTickets } from '../../components/record/open-tickets.tsx';
import { Properties, type Property } from '../../components/record/properties.tsx';
import { RecordLink } from '../../components/record/record-link.tsx';
import { RecordLinks } from '../../components/record/record-links.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { AgentState } from './agent-state.tsx';

export function AgentDetails({ record: agent }: { readonly record: AgentRecord }) {
  const { id, email, initials, jobTitle, role, teams, defaultTeam, apiOnly, openTickets, createdAt } = agent;
  const { data: roles } = useQuery(api.roles.list.queryOptions());
  const allowed = roles?.find((one) => one.id === role.id);
  return (
    <>
      <Properties
        list={[
          ['State', <AgentState key="state" agent={agent} />],
          ['Email', <CopiedText key="email" text={email} what="email address" />],
          ['Role', role.name],
          ['Teams', teams.length > 0 && <RecordLinks kind="team" list={teams} />],
          ['Default team', defaultTeam && <RecordLink kind="team" to={defaultTeam} />],
          ['Tickets', <OpenTickets key="tickets" count={openTickets} filter="agent" id={id} />],
          ['Job title', jobTitle],
          ['Initials', initials],
          ['Works through', apiOnly ? 'The API only: no ticket can be assigned' : 'The desk and the API'],
          ['Created', <RelativeTime key="created" at={createdAt} />],
        ]}
      />
      {allowed && (
        <FormSection title={`What the role ${role.name} allows`} about={sees[allowed.sees]}>
          <Properties list={describeRole(allowed)} />
        </FormSection>
      )}
    </>
  );
}

const sees = {
  all: 'Sees all tickets.',
  teams: 'Sees the tickets of their teams, and their own.',
  own: 'Sees the tickets that are assigned to them.',
} as const;

const levels = { none: 'Nothing', read: 'Reading', edit: 'Reading and editing' } as const;

function describeRole({ administrator, tickets, articles, customers, assets, time }: RoleRecord): Property[] {
  return [
    ['Tickets', levels[tickets]],
    ['Knowledge base', levels[articles]],
    ['Users, clients and sites', levels[customers]],
    ['Assets', levels[assets]],
    ['Time', levels[time]],
    ['Configuration', administrator ? 'Everything' : 'Nothing'],
  ];
}
