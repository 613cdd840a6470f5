import type { z } from 'zod';
import { actorOf } from '../domain/actor.ts';
import type { FieldToFill } from '../domain/workflows/fill-outcome-fields.ts';
import type { UsableOutcome } from '../domain/workflows/list-outcomes.ts';
import type { ToolContext } from './define-tool.ts';
import { showStep, type usedOutcomeFields } from './outcome-record.ts';
import { showTicketRow } from './records.ts';

interface Use {
  readonly ticketId: number;
  readonly outcome: UsableOutcome;
  readonly note?: string | undefined;
  readonly fields?: readonly FieldToFill[];
}

/** Uses an outcome as the caller and answers with the ticket as it then is. */
export function runOutcome(
  { desk, principal, viewer, now }: ToolContext,
  { ticketId, outcome, note, fields }: Use,
): z.input<z.ZodObject<typeof usedOutcomeFields>> {
  const { tickets } = desk;
  const use = { outcome, note, fields, by: actorOf(principal), at: now };
  tickets.useOutcome(viewer, ticketId, use);
  const ticket = tickets.getAsWritten(ticketId);
  return {
    action: outcome.label,
    hiddenfromuser: outcome.private === 1,
    workflow_step: showStep(tickets.findStep(ticket)),
    ...showTicketRow(ticket),
  };
}
