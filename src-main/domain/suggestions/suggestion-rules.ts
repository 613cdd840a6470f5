import type { SuggestionRule } from '../../../src-shared/domain/suggestion-rules.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import { createSuggestionRuleRepository } from '../../db/repositories/suggestion-rule-repository.ts';
import type { RecordEditing } from '../records/edit-records.ts';
import type { Occasion } from '../tickets/act-on-ticket.ts';
import type { NumberedRule } from './evaluate-rules.ts';

/** The rules by which suggestions are made, in the order in which they are looked at. */
export function createSuggestionRules(connection: Connection, records: RecordEditing) {
  const rules = createSuggestionRuleRepository(connection);

  const get = (id: number): NumberedRule => {
    const rule = rules.list().find((each) => each.id === id);
    if (rule === undefined) throw new AppError('not_found', `There is no suggestion rule ${id}.`);
    return rule;
  };

  return {
    list: rules.list,
    get,

    /** With a revision it is refused when the rule was changed since, other than in its place. */
    save(id: number | undefined, rule: SuggestionRule, revision?: number): number {
      if (id !== undefined) get(id);
      if (id !== undefined && revision !== undefined && rules.isChangedSince(id, revision)) {
        const message = 'This suggestion rule was changed meanwhile. Look at it again before you change it.';
        throw new AppError('conflict', message);
      }
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
      get(id);
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
