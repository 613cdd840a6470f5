import { client } from '../../api/client.ts';

/** Puts an agent into a team or takes them out of it; a team that they leave is no longer their default one. */
export async function changeMembership(agentId: number, teamId: number, member: boolean): Promise<void> {
  const { teams, defaultTeam, revision } = await client.agents.get({ id: agentId });
  const others = teams.map(({ id }) => id).filter((id) => id !== teamId);
  const teamIds = member ? [...others, teamId] : others;
  const leavesDefault = !member && defaultTeam?.id === teamId;
  await client.agents.update({
    id: agentId,
    revision,
    changes: { teamIds, ...(leavesDefault && { defaultTeamId: null }) },
  });
}
