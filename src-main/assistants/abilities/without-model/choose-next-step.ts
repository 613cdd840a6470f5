import { AppError } from '../../../../src-shared/errors/app-error.ts';
import type { SimilarTicket, TicketSubject } from '../read-subject.ts';

const mostShown = 3;

type Action = TicketSubject['actions'][number];

interface Counted {
  readonly action: Action;
  /** The similar tickets that went on with it from here. */
  readonly next: readonly SimilarTicket[];
  readonly weight: number;
}

/**
 * The actions that can be used now, by how many similar closed tickets went on with them: after what was done last on this
 * one, or at all where none of them had that. Each counts by how like it is.
 */
export function chooseNextStep({ ticket, actions, similar, step, conversation }: TicketSubject): string {
  if (actions.length === 0) {
    throw new AppError('conflict', `No action can be used on ticket ${ticket.id} now, so there is none to choose.`);
  }
  const last = conversation.at(-1)?.outcome;
  const after = count(actions, similar, ({ outcomes }) => findAfter(outcomes, last, actions));
  const isAfter = after.some(({ next }) => next.length > 0);
  const counted = isAfter ? after : count(actions, similar, ({ outcomes }) => outcomes);
  const where = step === undefined ? '' : ` on the step “${step}”`;
  const [best, ...others] = counted;
  if (best === undefined || best.next.length === 0) {
    return [
      `No similar closed ticket was taken on by an action that can be used${where}. These can:`,
      ...actions.map(({ label, id }) => `- ${label} (action ${id})`),
    ].join('\n');
  }
  const ids = best.next.slice(0, 5).map(({ id }) => id);
  const how = isAfter ? `went on with it after “${last}”` : 'had it';
  return [
    `Use “${best.action.label}” (action ${best.action.id})${where}.`,
    `Of the ${similar.length} most similar closed tickets ${best.next.length} ${how}: ${ids.join(', ')}.`,
    ...others
      .filter(({ next }) => next.length > 0)
      .slice(0, mostShown - 1)
      .map(({ action, next }) => `- Otherwise “${action.label}” (action ${action.id}): ${next.length} of them.`),
  ].join('\n');
}

function count(
  actions: readonly Action[],
  similar: readonly SimilarTicket[],
  listDone: (ticket: SimilarTicket) => readonly string[],
): Counted[] {
  return actions
    .map((action) => {
      const next = similar.filter((ticket) => listDone(ticket).some((done) => isNamed(action, done)));
      return { action, next, weight: next.reduce((sum, { score }) => sum + score, 0) };
    })
    .sort((one, other) => other.weight - one.weight);
}

/** What came next each time that the same had been done, of what can be used here. */
function findAfter(outcomes: readonly string[], last: string | undefined, actions: readonly Action[]): string[] {
  return outcomes.flatMap((outcome, index) => {
    if (outcome !== last) return [];
    return outcomes.slice(index + 1).find((later) => actions.some((action) => isNamed(action, later))) ?? [];
  });
}

function isNamed({ name, label }: Action, outcome: string): boolean {
  return outcome === name || outcome === label;
}
