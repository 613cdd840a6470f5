import { AppError } from '../../../src-shared/errors/app-error.ts';
import { type Edit, editDesk, getAdministrator, wholeDesk } from '../edit-desk.ts';
import { actorOf } from '../../domain/actor.ts';
import { os } from '../implementer.ts';
import type { RouteContext } from '../route-context.ts';
import { showOutcomes } from '../show-outcomes.ts';
import { showEntry, showTicket, showTicketRow } from '../show-ticket.ts';

export const ticketRoutes = {
  list: os.tickets.list.handler(async ({ context: { core }, input }) => {
    const { rows, total, totalIsExact } = await core.deskReads.listTickets({ ...input, now: core.ports.now() });
    return { rows: rows.map(showTicketRow), total, offset: input.offset, totalIsExact };
  }),
  get: os.tickets.get.handler(({ context, input }) => showTicket(context, input.id)),
  conversation: os.tickets.conversation.handler(({ context: { core }, input: { id, offset, limit } }) => {
    const { tickets } = core.desk;
    tickets.get(wholeDesk, id);
    return { rows: tickets.listHistory(id, limit, offset).map(showEntry), total: tickets.countHistory(id), offset };
  }),
  update: os.tickets.update.handler(({ context, input: { id, revision, changes } }) =>
    change(context, id, 'Edit ticket', (edit) =>
      context.core.desk.tickets.edit(wholeDesk, id, revision, changes, edit),
    ),
  ),
  create: os.tickets.create.handler(({ context, input }) => {
    const { tickets, people, records } = context.core.desk;
    const { userId, typeId, summary, details, priorityId, teamId, agentId, fields } = input;
    const id = editDesk(context, 'Log ticket', ({ by, at }) => {
      const user = people.users.get(wholeDesk, userId);
      if (user.inactive === 1) {
        throw new AppError('conflict', `${user.name} is inactive, so no ticket can be logged for them.`);
      }
      if (priorityId !== undefined) records.checkExists('desk_priority', priorityId);
      const type = tickets.getLoggableTypeById('agents', typeId);
      const filled = fields && new Map(fields.map((field) => [field.id, field.value]));
      const said = { summary, details, priorityId, fields: filled };
      const made = tickets.log({ type, user, ...said, source: 'agent', by, at });
      if (teamId !== undefined || agentId !== undefined) {
        tickets.assignTo(wholeDesk, made, { agentId: agentId ?? null, teamId }, { by, at });
      }
      return made;
    });
    return showTicket(context, id);
  }),
  addNote: os.tickets.addNote.handler(({ context, input: { id, note, private: isPrivate } }) =>
    change(context, id, isPrivate ? 'Private note' : 'Note', ({ by, at }) =>
      context.core.desk.tickets.addNote(wholeDesk, id, { note, by, at }, { private: isPrivate }),
    ),
  ),
  changeStatus: os.tickets.changeStatus.handler(({ context, input: { id, statusId, note } }) =>
    change(context, id, 'Change status', ({ by, at }) => {
      context.core.desk.records.checkExists('desk_status', statusId);
      context.core.desk.tickets.changeStatus(wholeDesk, id, statusId, { note, by, at });
    }),
  ),
  close: os.tickets.close.handler(({ context, input: { id, note } }) =>
    change(context, id, 'Close', ({ by, at }) => context.core.desk.tickets.close(wholeDesk, id, { note, by, at })),
  ),
  reopen: os.tickets.reopen.handler(({ context, input: { id, note } }) =>
    change(context, id, 'Reopen', ({ by, at }) => context.core.desk.tickets.reopen(wholeDesk, id, { note, by, at })),
  ),
  outcomes: os.tickets.outcomes.handler(({ context, input }) => showOutcomes(context, input.id)),
  useOutcome: os.tickets.useOutcome.handler(({ context, input: { id, outcomeId, note, fields = [] } }) => {
    const { tickets } = context.core.desk;
    const outcome = tickets.getOutcome(wholeDesk, id, outcomeId, actorOf(getAdministrator(context)));
    const filled = fields.map(({ id: field, value }) => ({ field, value }));
    return change(context, id, outcome.name, ({ by, at }) =>
      tickets.useOutcome(wholeDesk, id, { outcome, note, fields: filled, by, at }),
    );
  }),
  assign: os.tickets.assign.handler(({ context, input: { id, agentId, teamId } }) =>
    change(context, id, 'Assign', ({ by, at }) =>
      context.core.desk.tickets.assignTo(wholeDesk, id, { agentId, teamId }, { by, at }),
    ),
  ),
  logTime: os.tickets.logTime.handler(({ context, input: { id, hours, note } }) => {
    const seconds = Math.max(1, Math.round(hours * 3600));
    const timeEntryId = editDesk(context, 'Log time', ({ by, at, agentId }) =>
      context.core.desk.tickets.logTime(wholeDesk, { agentId, ticketId: id, seconds, note, by, at }),
    );
    return { timeEntryId, seconds };
  }),
};

/** Does something to a ticket and answers with the ticket as it then is. */
function change(context: RouteContext, id: number, label: string, work: (edit: Edit) => unknown) {
  editDesk(context, label, work);
  return showTicket(context, id);
}
