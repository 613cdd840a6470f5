import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { SuggestionRow } from '../../db/repositories/suggestion-repository.ts';
import type { RecordEditing } from '../records/edit-records.ts';
import type { Occasion } from '../tickets/act-on-ticket.ts';
import type { TicketEdit } from '../tickets/edit-ticket.ts';
import type { Tickets } from '../tickets/tickets.ts';
import type { Viewer } from '../viewer.ts';

/** Gives a ticket what is suggested, in the ways in which anybody edits one. */
export function createApplyToTicket(tickets: Tickets, records: RecordEditing) {
  /** A ticket that goes to a team without its agent goes to nobody there. */
  const agentIn = (viewer: Viewer, ticketId: number, teamId: number): number | null => {
    const { agentId } = tickets.get(viewer, ticketId);
    return agentId !== null && tickets.isInTeam(agentId, teamId) ? agentId : null;
  };

  const editOf = (viewer: Viewer, ticketId: number, rows: readonly SuggestionRow[]): TicketEdit => {
    const valueOf = (proposes: SuggestionRow['proposes']): number | undefined => {
      const value = rows.find((row) => row.proposes === proposes)?.value;
      return typeof value === 'number' ? value : undefined;
    };
    const teamId = valueOf('team');
    const agentId = valueOf('agent');
    return {
      typeId: valueOf('type'),
      categoryId: valueOf('category'),
      priorityId: valueOf('priority'),
      teamId,
      agentId: agentId ?? (teamId === undefined ? undefined : agentIn(viewer, ticketId, teamId)),
    };
  };

  return (viewer: Viewer, ticketId: number, rows: readonly SuggestionRow[], occasion: Occasion): void => {
    checkDifferent(rows);
    // First, while the ticket is surely still in the viewer's reach.
    for (const { proposes, value, evidence } of rows) {
      if (proposes !== 'resolution') continue;
      const note = `Resolution of the similar ticket ${evidence[0]}:\n\n${value}`;
      tickets.addNote(viewer, ticketId, { note, ...occasion }, { private: true });
    }
    const edit = editOf(viewer, ticketId, rows);
    if (Object.values(edit).every((value) => value === undefined)) return;
    tickets.edit(viewer, ticketId, records.revision(), edit, occasion);
  };
}

function checkDifferent(rows: readonly SuggestionRow[]): void {
  for (const [index, { proposes, id }] of rows.entries()) {
    const other = rows.slice(index + 1).find((row) => row.proposes === proposes);
    if (other === undefined) continue;
    throw new AppError(
      'conflict',
      `Suggestions ${id} and ${other.id} are both for the ${proposes}. Apply one of them.`,
    );
  }
}
