import type { FieldKind } from '../../../src-shared/domain/ticket-setup.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TicketSetupRepository } from '../../db/repositories/ticket-setup-repository.ts';
import type { RecordEditing } from '../records/edit-records.ts';

export interface CustomFieldChanges {
  readonly name?: string | undefined;
  readonly label?: string | undefined;
  readonly kind?: FieldKind | undefined;
  readonly choices?: readonly string[] | undefined;
}

/** Custom fields. What tickets have in them stays as it is, also when a choice is taken away. */
export function createCustomFieldEditing(records: RecordEditing, setup: TicketSetupRepository) {
  const refuse = (field: string, message: string): never => {
    throw new AppError('invalid_arguments', message, { details: { field } });
  };

  const asColumns = ({ choices, ...columns }: CustomFieldChanges) => ({
    ...columns,
    choices: choices && JSON.stringify(choices),
  });

  const checkAfter = (id: number): void => {
    const { kind, choices } = records.get('field', id);
    const list = JSON.parse(String(choices)) as string[];
    if (kind === 'choice' && list.length === 0)
      refuse('choices', 'A field of the kind choice needs at least one choice.');
    if (kind !== 'choice' && list.length > 0) refuse('choices', 'Only a field of the kind choice has choices.');
    const twice = list.find((choice, index) => list.findIndex((each) => isSame(each, choice)) < index);
    if (twice !== undefined) refuse('choices', `The choice "${twice}" is there twice.`);
  };

  return {
    create(changes: CustomFieldChanges): number {
      const id = records.create('field', asColumns(changes));
      checkAfter(id);
      return id;
    },

    update(id: number, revision: number, changes: CustomFieldChanges): void {
      const { label } = records.get('field', id);
      const changed = records.update('field', id, revision, asColumns(changes));
      const filled = changed.has('kind') ? setup.countFilledIn(id) : 0;
      if (filled > 0) {
        const tickets = filled === 1 ? '1 ticket has' : `${filled.toLocaleString('en-GB')} tickets have`;
        const message = `The kind of ${label} cannot change: ${tickets} a value in it. Make a new field instead.`;
        throw new AppError('conflict', message, { details: { field: 'kind' } });
      }
      checkAfter(id);
    },
  };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
