import { AppError } from '../../../../src-shared/errors/app-error.ts';
import type { Choice } from '../answer-shape.ts';
import type { TicketSubject } from '../read-subject.ts';

/** The value that similar closed tickets have, each counted by how like it is. Ties go to the likest. */
export function chooseLikeSimilar(
  { similar }: TicketSubject,
  field: 'category' | 'priority' | 'type' | 'team',
  choices: readonly Choice[],
): Choice {
  const weights = new Map<number, number>();
  for (const ticket of similar) {
    const value = ticket[field];
    if (value !== null) weights.set(value, (weights.get(value) ?? 0) + ticket.score);
  }
  const [best] = [...weights]
    .flatMap(([id, weight]) => {
      const choice = choices.find((each) => each.id === id);
      return choice === undefined ? [] : [{ choice, weight }];
    })
    .sort((one, other) => other.weight - one.weight);
  if (best !== undefined) return best.choice;
  throw new AppError(
    'conflict',
    `No similar closed ticket has a ${field} that this one may have, so the rules cannot choose one. A model could.`,
  );
}
