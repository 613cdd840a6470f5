import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { AgentRepository, AgentRow, TeamRow } from '../../db/repositories/agent-repository.ts';
import type { TicketRow } from '../../db/repositories/ticket-rows.ts';
import { isWithin, type Viewer } from '../viewer.ts';

export interface Assignment {
  /** Null for nobody. */
  readonly agentId: number | null;
  /** Null for no team; undefined leaves the choice to the rule. */
  readonly teamId?: number | null | undefined;
}

export interface ChosenAssignment {
  readonly agentId: number | null;
  readonly teamId: number | null;
  /** The agent it newly goes to. */
  readonly agent: AgentRow | undefined;
  readonly team: TeamRow | undefined;
}

/** Who has a ticket now. */
export type Assigned = Pick<TicketRow, 'agentId' | 'teamId'>;

/**
 * Who a ticket goes to. Without a team named, it stays with its team when the agent is in it, and otherwise goes to the
 * agent's default team, or else to the agent's first; only to teams within the limits.
 */
export function createChooseAssignment(agents: AgentRepository) {
  const getAssignable = (agentId: number) => {
    const agent = agents.find(agentId);
    if (agent === undefined) throw new AppError('not_found', `There is no agent ${agentId}.`);
    if (agent.apiOnly === 1) {
      throw new AppError('not_allowed', `${agent.name} is an API-only agent, who cannot be assigned tickets.`);
    }
    if (agent.disabled === 1) {
      throw new AppError('not_allowed', `${agent.name} is disabled and cannot be assigned tickets.`);
    }
    return agent;
  };

  const getTeam = (teamId: number, limits: Viewer['limits']): TeamRow => {
    const team = agents.findTeam(teamId);
    if (team === undefined || !isWithin(limits?.teamIds, teamId))
      throw new AppError('not_found', `There is no team ${teamId} that tickets can go to.`);
    return team;
  };

  const chooseTeam = (
    ticket: Assigned,
    { agentId, teamId }: Assignment,
    limits: Viewer['limits'],
  ): TeamRow | null | undefined => {
    const wanted = teamId === undefined || teamId === null ? teamId : getTeam(teamId, limits);
    if (agentId === null) return wanted;
    const teams = agents.listTeams(agentId).filter((team) => isWithin(limits?.teamIds, team.id));
    const find = (id: number | null) => teams.find((team) => team.id === id);
    if (wanted === undefined) {
      return find(ticket.teamId) ?? find(agents.find(agentId)?.defaultTeamId ?? null) ?? teams[0];
    }
    if (wanted !== null && find(wanted.id) === undefined) {
      const who = agents.find(agentId)?.name ?? `Agent ${agentId}`;
      throw new AppError(
        'invalid_arguments',
        `${who} is not in the team ${wanted.name}. Choose one of its agents, or nobody.`,
      );
    }
    return wanted;
  };

  return (ticket: Assigned, to: Assignment, limits?: Viewer['limits']): ChosenAssignment => {
    const isSameAgent = to.agentId === ticket.agentId;
    const agent = to.agentId === null || isSameAgent ? undefined : getAssignable(to.agentId);
    const team = chooseTeam(ticket, to, limits);
    const teamId = team === undefined ? ticket.teamId : (team?.id ?? null);
    return { agentId: to.agentId, teamId, agent, team: team ?? undefined };
  };
}

export type ChooseAssignment = ReturnType<typeof createChooseAssignment>;
