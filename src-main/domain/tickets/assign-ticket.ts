import type { TicketRow } from '../../db/repositories/ticket-rows.ts';
import type { Viewer } from '../viewer.ts';
import type { ActOnTicket, Occasion } from './act-on-ticket.ts';
import type { Assignment, ChooseAssignment } from './choose-assignment.ts';

export type AssignTo = (viewer: Viewer, id: number, to: Assignment, occasion: Occasion) => boolean;

/** Assigns a ticket and says whether that changed anything. */
export function createAssignTicket(
  get: (viewer: Viewer, id: number) => TicketRow,
  act: ActOnTicket,
  choose: ChooseAssignment,
): AssignTo {
  return (viewer, id, to, occasion) => {
    const ticket = get(viewer, id);
    const isSameAgent = to.agentId === ticket.agentId;
    if (isSameAgent && (to.teamId === undefined || to.teamId === ticket.teamId)) return false;
    const { agentId, teamId, agent, team } = choose(ticket, to, viewer.limits);
    const who = agent?.name ?? (agentId === null ? 'nobody' : (ticket.agentName ?? 'nobody'));
    const note = `Assigned to ${who}${team === undefined ? '' : `, ${team.name}`}.`;
    act(
      ticket,
      {
        kind: 'assignment',
        outcome: 'Assign',
        // Who works on it inside the desk is no answer to the user.
        private: true,
        note,
        assignment: { agentId, teamId },
      },
      occasion,
    );
    return true;
  };
}
