import { z } from 'zod';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { actorOf } from '../../domain/actor.ts';
import { nameOutcomes } from '../../domain/workflows/list-outcomes.ts';
import { recordId } from '../arguments.ts';
import { defineWriteTool } from '../define-tool.ts';
import { usedOutcomeFields } from '../outcome-record.ts';
import { runOutcome } from '../use-outcome.ts';

export const actionTicket = defineWriteTool({
  name: 'action_ticket',
  title: 'Action a Ticket',
  description:
    'Run a quick action on a ticket, such as taking or closing it: it sets what it is configured to set and moves the ticket in its workflow. get_one_ticket lists the actions that can be used now; those that are not quick need a note or fields and cannot run here.',
  since: '2.204',
  offered: { default: 'listed', agent: 'listed', user: 'listed' },
  scopes: ['edit:tickets'],
  needs: { area: 'tickets', level: 'edit' },
  input: () =>
    z.strictObject({
      ticket_id: recordId('The number of the ticket.'),
      action_id: recordId('The id of a quick action of get_one_ticket.'),
    }),
  output: z.strictObject(usedOutcomeFields),
  run: ({ ticket_id, action_id }, context) => {
    const { tickets } = context.desk;
    const by = actorOf(context.principal);
    const outcome = tickets.getOutcome(context.viewer, ticket_id, action_id, by);
    if (outcome.quick === 0) {
      const usable = tickets.listOutcomes(context.viewer, tickets.get(context.viewer, ticket_id), by);
      const quick = usable.filter((each) => each.quick === 1);
      throw new AppError(
        'conflict',
        `The action "${outcome.label}" takes a note or fields, so it is no quick action and cannot run here. ${nameOutcomes(quick)}`,
      );
    }
    return runOutcome(context, { ticketId: ticket_id, outcome });
  },
});
