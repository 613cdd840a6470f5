import { isDay } from '../../../src-shared/domain/working-week.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TicketFieldRow } from '../../db/repositories/ticket-field-repository.ts';

/** Throws a sentence when a value is not of the field's kind. An empty one clears a field that is not required. */
export function checkFieldValue({ id, label, kind, choices, required }: TicketFieldRow, value: string): void {
  const refuse = (what: string): never => {
    throw new AppError('invalid_arguments', `${label}: ${what}`, { details: { field: id } });
  };
  if (value === '') {
    if (required === 1) refuse('tickets of this type must have a value here.');
    return;
  }
  switch (kind) {
    case 'text':
      if (/[\n\r]/.test(value)) refuse('must be one line.');
      return;
    case 'long_text':
      return;
    case 'number':
      if (value.trim() === '' || !Number.isFinite(Number(value))) refuse('must be a number.');
      return;
    case 'date':
      if (!isDay(value)) refuse('must be a date such as 2026-03-02.');
      return;
    case 'yes_no':
      if (!['yes', 'no'].includes(value.toLowerCase())) refuse('must be Yes or No.');
      return;
    case 'choice': {
      const known = JSON.parse(choices) as string[];
      if (!known.includes(value)) refuse(`must be one of: ${known.join(', ')}.`);
      return;
    }
  }
}
