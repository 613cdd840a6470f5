import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { AgentRepository } from '../../db/repositories/agent-repository.ts';
import type { TicketRow } from '../../db/repositories/ticket-rows.ts';
import type { Viewer } from '../viewer.ts';
import type { ActOnTicket, Occasion } from './act-on-ticket.ts';

export function createAssignTicket(
  get: (viewer: Viewer, id: number) => TicketRow,
  act: ActOnTicket,
  agents: AgentRepository,
) {
  /**
   * Assigns a ticket to an agent and says whether that changed anything. A ticket stays with its team when the agent
   * is in it, and otherwise goes to the agent's default team, or else to the agent's first.
   */
  return (viewer: Viewer, id: number, agentId: number, occasion: Occasion): boolean => {
    const ticket = get(viewer, id);
    const agent = agents.find(agentId);
    if (agent === undefined) throw new AppError('not_found', `There is no agent ${agentId}.`);
    if (agent.apiOnly === 1) {
      throw new AppError('not_allowed', `${agent.name} is an API-only agent, who cannot be assigned tickets.`);
    }
    if (agent.disabled === 1) {
      throw new AppError('not_allowed', `${agent.name} is disabled and cannot be assigned tickets.`);
    }
    if (ticket.agentId === agentId) return false;

    const teams = agents.listTeams(agentId);
    const find = (teamId: number | null) => teams.find((team) => team.id === teamId);
    const team = find(ticket.teamId) ?? find(agent.defaultTeamId) ?? teams[0];
    const note = `Assigned to ${agent.name}${team === undefined ? '' : `, ${team.name}`}.`;
    act(
      ticket,
      {
        kind: 'assignment',
        outcome: 'Assign',
        // Who works on it inside the desk is no answer to the user.
        private: true,
        note,
        assignment: { agentId, teamId: team?.id ?? ticket.teamId },
      },
      occasion,
    );
    return true;
  };
}
