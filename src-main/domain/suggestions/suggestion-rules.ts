import type { SuggestionRule } from '../../../src-shared/domain/suggestion-rules.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import { createSuggestionRuleRepository } from '../../db/repositories/suggestion-rule-repository.ts';
import type { RecordEditing } from '../records/edit-records.ts';
import type { Occasion } from '../tickets/act-on-ticket.ts';

/** The rules by which suggestions are made, in the order in which they are looked at. */
export function createSuggestionRules(connection: Connection, records: RecordEditing) {
  const rules = createSuggestionRuleRepository(connection);

  const checkThere = (id: number): void => {
    if (rules.list().some((rule) => rule.id === id)) return;
    throw new AppError('not_found', `There is no suggestion rule ${id}.`);
  };

  return {
    list: rules.list,

    save(id: number | undefined, rule: SuggestionRule): number {
      if (id !== undefined) checkThere(id);
      for (const typeId of rule.typeIds) records.checkExists('desk_ticket_type', typeId);
      const name = rule.name.toLowerCase();
      if (rules.list().some((other) => other.id !== id && other.name.toLowerCase() === name)) {
        const message = 'Another suggestion rule has this name. Choose another.';
        throw new AppError('conflict', message, { details: { field: 'name' } });
      }
      return rules.save(id, rule);
    },

    /** What it suggested and nobody has decided on expires with it. */
    remove(id: number, { by, at }: Occasion): void {
      checkThere(id);
      rules.remove(id, by.name, at);
    },

    order(ids: readonly number[]): void {
      const present = rules.list().map((rule) => rule.id);
      if ([...ids].sort((a, b) => a - b).join() !== [...present].sort((a, b) => a - b).join()) {
        throw new AppError('conflict', 'The suggestion rules were changed meanwhile. Look at them again.');
      }
      rules.order(ids);
    },
  };
}
