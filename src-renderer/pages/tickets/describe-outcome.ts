import type { TicketOutcome, TicketRecord } from '../../../src-shared/api/tickets.ts';

/** Everything that an outcome sets on this ticket, as one sentence. */
export function describeOutcome({ minutes, ...outcome }: TicketOutcome): string {
  const { newStatus, newPriority, newTeam, newAgent, toStep } = outcome;
  const parts = [
    ...(newStatus === undefined ? [] : [`sets the status to ${newStatus}`]),
    ...(newPriority === undefined ? [] : [`sets the priority to ${newPriority}`]),
    ...(newTeam === undefined ? [] : [`gives it to the team ${newTeam}`]),
    ...(newAgent === undefined
      ? []
      : [newAgent === 'nobody' ? 'leaves it without an agent' : `assigns it to ${newAgent}`]),
    ...(minutes === 0 ? [] : [`books ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`]),
    ...(toStep === undefined ? [] : [`moves to the step ${toStep.name}`]),
  ];
  const text = parts.length === 0 ? 'changes nothing on the ticket beside its conversation' : joinParts(parts);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function joinParts(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(' and ');
}

/** What using an outcome did, read off the ticket before and after. */
export function describeUse(outcome: TicketOutcome, before: TicketRecord, after: TicketRecord): string {
  const changes = (['status', 'priority', 'team', 'agent'] as const).flatMap((name) =>
    before[name]?.id === after[name]?.id ? [] : [`${name} ${after[name]?.name ?? 'nobody'}`],
  );
  const now = [...changes, ...(outcome.toStep === undefined ? [] : [`step ${outcome.toStep.name}`])];
  return `“${outcome.name}” is in the conversation.${now.length === 0 ? '' : ` Now: ${now.join(', ')}.`}`;
}
