import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TicketRow } from '../../db/repositories/ticket-rows.ts';
import type { OutcomeFieldRow } from '../../db/repositories/workflow-repository.ts';
import type { RecordEditing } from '../records/edit-records.ts';
import { checkFieldValue } from '../tickets/check-field-value.ts';
import { ticketFields } from '../tickets/ticket-fields.ts';
import type { UsableOutcome } from './list-outcomes.ts';

/** A field by its id or by its name, and what to put into it; an empty value clears it. */
export interface FieldToFill {
  readonly field: number | string;
  readonly value: string;
}

/** Puts an outcome's fields into the ticket. A required one may have been filled in before. */
export function createFillOutcomeFields(records: RecordEditing) {
  const find = ({ label, fields }: UsableOutcome, wanted: number | string): OutcomeFieldRow => {
    const named = String(wanted).toLowerCase();
    const field = fields.find(({ id, name }) => (typeof wanted === 'number' ? id === wanted : name === named));
    if (field !== undefined) return field;
    const has = fields.length === 0 ? 'no fields' : `the fields ${fields.map(({ name }) => name).join(', ')}`;
    throw new AppError('invalid_arguments', `The action "${label}" has no field ${wanted}: it has ${has}.`);
  };

  return (ticket: TicketRow, outcome: UsableOutcome, wanted: readonly FieldToFill[]): void => {
    const given = new Map(wanted.map(({ field, value }) => [find(outcome, field), value]));
    for (const field of outcome.fields) {
      const value = given.get(field) ?? field.value;
      if (value.trim() === '' && field.required === 1) {
        const choices = JSON.parse(field.choices) as string[];
        const hint = choices.length === 0 ? '' : ` It is one of: ${choices.join(', ')}.`;
        throw new AppError(
          'invalid_arguments',
          `The action "${outcome.label}" needs the field ${field.name} (${field.label}).${hint}`,
          { details: { field: field.id } },
        );
      }
      if (given.has(field)) checkFieldValue(field, value);
    }
    if (given.size === 0) return;
    const values = new Map(
      records
        .listChildren(ticketFields.table, ticketFields.parent, ticket.id)
        .map((row) => [Number(row[ticketFields.key]), String(row['value'])]),
    );
    for (const [{ id }, value] of given) {
      if (value === '') values.delete(id);
      else values.set(id, value);
    }
    records.replaceValues(ticketFields, ticket.id, values);
  };
}
