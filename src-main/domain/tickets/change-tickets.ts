import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TicketRow } from '../../db/repositories/ticket-rows.ts';
import type { Viewer } from '../viewer.ts';
import type { ActOnTicket, Occasion, WrittenAction } from './act-on-ticket.ts';
import type { TicketRules } from './ticket-rules.ts';

interface Note extends Occasion {
  readonly note: string;
}

/** Notes, replies, and the ways in which a ticket's status changes. */
export function createTicketChanges(
  get: (viewer: Viewer, id: number) => TicketRow,
  act: ActOnTicket,
  rules: TicketRules,
) {
  const closeTicket = (ticket: TicketRow, { note, ...occasion }: Note): WrittenAction => {
    const statusId = rules.getType(ticket.typeId).closedStatusId;
    const closure = { kind: 'closure', outcome: 'Close', private: false, note, statusId, closureNote: note } as const;
    return act(ticket, closure, occasion);
  };

  const reopenTicket = (ticket: TicketRow, statusId: number, { note, ...occasion }: Note): WrittenAction =>
    act(
      ticket,
      {
        kind: 'reopening',
        outcome: occasion.by.userId === null ? 'Reopen' : 'Reopened by user',
        private: false,
        note,
        statusId,
      },
      occasion,
    );

  return {
    addNote(viewer: Viewer, id: number, { note, ...occasion }: Note, options: { private: boolean }): WrittenAction {
      const outcome = options.private ? 'Private note' : 'Note';
      return act(get(viewer, id), { kind: 'note', outcome, private: options.private, note }, occasion);
    },

    /**
     * A user's public reply. On a closed ticket it reopens it where the ticket's type says so; with `close` it closes
     * an open one.
     */
    reply(viewer: Viewer, id: number, reply: Note, options: { close: boolean }): 'replied' | 'closed' | 'reopened' {
      const ticket = get(viewer, id);
      if (ticket.statusKind === 'closed') {
        if (options.close) {
          throw new AppError('conflict', `Ticket ${id} is already closed. Leave out close to reopen it with a note.`);
        }
        const { reopenStatusId } = rules.getType(ticket.typeId);
        if (reopenStatusId === null) {
          const message = `Ticket ${id} is closed and cannot be reopened. Log a new ticket that mentions it.`;
          throw new AppError('conflict', message);
        }
        reopenTicket(ticket, reopenStatusId, reply);
        return 'reopened';
      }
      if (options.close) {
        closeTicket(ticket, reply);
        return 'closed';
      }
      const { note, ...occasion } = reply;
      act(ticket, { kind: 'reply', outcome: 'User reply', private: false, note }, occasion);
      return 'replied';
    },

    close(viewer: Viewer, id: number, note: Note): WrittenAction {
      const ticket = get(viewer, id);
      if (ticket.statusKind === 'closed') throw new AppError('conflict', `Ticket ${id} is already closed.`);
      return closeTicket(ticket, note);
    },

    /** Reopens for an agent: where the type names no status for it, the ticket starts again with its initial one. */
    reopen(viewer: Viewer, id: number, note: Note): WrittenAction {
      const ticket = get(viewer, id);
      if (ticket.statusKind === 'open') throw new AppError('conflict', `Ticket ${id} is already open.`);
      const { reopenStatusId, initialStatusId } = rules.getType(ticket.typeId);
      return reopenTicket(ticket, reopenStatusId ?? initialStatusId, note);
    },

    /** Moves an open ticket to another open status; closing and reopening have their own methods. */
    changeStatus(viewer: Viewer, id: number, statusId: number, { note, ...occasion }: Note): WrittenAction {
      const ticket = get(viewer, id);
      const status = rules.getStatus(statusId);
      if (ticket.statusKind === 'closed' || status.kind === 'closed') {
        throw new AppError(
          'conflict',
          `Ticket ${id} cannot go from ${ticket.statusName} to ${status.name}: close or reopen it.`,
        );
      }
      return act(ticket, { kind: 'status', outcome: status.name, private: false, note, statusId }, occasion);
    },
  };
}
