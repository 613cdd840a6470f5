import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { AgentRepository, TeamRow } from '../../db/repositories/agent-repository.ts';
import type { TicketRow } from '../../db/repositories/ticket-rows.ts';
import type { Viewer } from '../viewer.ts';
import type { ActOnTicket, Occasion } from './act-on-ticket.ts';

export interface Assignment {
  /** Null for nobody. */
  readonly agentId: number | null;
  /** Null for no team; undefined leaves the choice to the rule. */
  readonly teamId?: number | null | undefined;
}

export type AssignTo = (viewer: Viewer, id: number, to: Assignment, occasion: Occasion) => boolean;

/**
 * Assigns a ticket and says whether that changed anything. Without a team named, a ticket stays with its team when the
 * agent is in it, and otherwise goes to the agent's default team, or else to the agent's first.
 */
export function createAssignTicket(
  get: (viewer: Viewer, id: number) => TicketRow,
  act: ActOnTicket,
  agents: AgentRepository,
): AssignTo {
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

  const getTeam = (teamId: number): TeamRow => {
    const team = agents.findTeam(teamId);
    if (team === undefined) throw new AppError('not_found', `There is no team ${teamId} that tickets can go to.`);
    return team;
  };

  const chooseTeam = (ticket: TicketRow, { agentId, teamId }: Assignment): TeamRow | null | undefined => {
    const wanted = teamId === undefined || teamId === null ? teamId : getTeam(teamId);
    if (agentId === null) return wanted;
    const teams = agents.listTeams(agentId);
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

  return (viewer, id, to, occasion) => {
    const ticket = get(viewer, id);
    const isSameAgent = to.agentId === ticket.agentId;
    if (isSameAgent && (to.teamId === undefined || to.teamId === ticket.teamId)) return false;
    const agent = to.agentId === null || isSameAgent ? undefined : getAssignable(to.agentId);
    const team = chooseTeam(ticket, to);
    const who = agent?.name ?? (to.agentId === null ? 'nobody' : (ticket.agentName ?? 'nobody'));
    const note = `Assigned to ${who}${team === undefined || team === null ? '' : `, ${team.name}`}.`;
    act(
      ticket,
      {
        kind: 'assignment',
        outcome: 'Assign',
        // Who works on it inside the desk is no answer to the user.
        private: true,
        note,
        assignment: { agentId: to.agentId, teamId: team === undefined ? ticket.teamId : (team?.id ?? null) },
      },
      occasion,
    );
    return true;
  };
}
