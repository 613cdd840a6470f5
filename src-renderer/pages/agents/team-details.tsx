import type { TeamRecord } from '../../../src-shared/api/agents.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import { OpenTickets } from '../../components/record/open-tickets.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { TeamMembers } from './team-members.tsx';

export function TeamDetails({ record: team }: { readonly record: TeamRecord }) {
  const { id, inactive, openTickets } = team;
  return (
    <>
      <Properties
        list={[
          ['State', <ActiveBadge key="state" inactive={inactive} />],
          ['Tickets', <OpenTickets key="tickets" count={openTickets} filter="team" id={id} />],
        ]}
      />
      <TeamMembers team={team} />
    </>
  );
}
