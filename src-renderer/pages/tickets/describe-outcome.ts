import type { TicketOutcome, TicketRecord } from '../../../src-shared/api/tickets.ts';

/** What an outcome does to the status and the step, as one sentence. */
export function describeOutcome({ newStatus, toStep }: TicketOutcome): string {
  const parts = [
    ...(newStatus === undefined ? [] : [`sets the status to ${newStatus}`]),
    ...(toStep === undefined ? [] : [`moves to the step ${toStep.name}`]),
  ];
  const text = parts.length === 0 ? 'leaves the status and the step as they are' : parts.join(' and ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What using an outcome did, read off the ticket before and after. */
export function describeUse(outcome: TicketOutcome, before: TicketRecord, after: TicketRecord): string {
  const changes = (['status', 'priority', 'team', 'agent'] as const).flatMap((name) =>
    before[name]?.id === after[name]?.id ? [] : [`${name} ${after[name]?.name ?? 'nobody'}`],
  );
  const now = [...changes, ...(outcome.toStep === undefined ? [] : [`step ${outcome.toStep.name}`])];
  return `“${outcome.name}” is in the conversation.${now.length === 0 ? '' : ` Now: ${now.join(', ')}.`}`;
}
