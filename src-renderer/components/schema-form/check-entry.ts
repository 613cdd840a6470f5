import type { Entry } from './entry.ts';
import type { Field, FieldOf } from './field.ts';
import { toValue } from './to-value.ts';

/** What is wrong with one field by its schema, as a sentence. A hint for whoever types: the core is the judge. */
export function checkEntry(field: Field, entry: Entry, required: boolean): string | undefined {
  const outcome = toValue(field, entry, 'This');
  if (outcome.kind === 'broken') return outcome.problem;
  if (outcome.kind === 'absent') return required ? 'This is required.' : undefined;
  const { value } = outcome;
  if (field.kind === 'text' && typeof value === 'string') return checkText(field, value, required);
  if (field.kind === 'number' && typeof value === 'number') return checkNumber(field, value);
  return undefined;
}

function checkText(field: FieldOf<'text'>, text: string, required: boolean): string | undefined {
  const { minLength = 0, maxLength, format } = field;
  if (text === '' && minLength > 0) return required ? 'This is required.' : undefined;
  if (text.length < minLength) return `At least ${minLength} characters.`;
  if (maxLength !== undefined && text.length > maxLength) {
    return `At most ${maxLength} characters; these are ${text.length}.`;
  }
  if (text === '') return undefined;
  if (format === 'email' && !/^\S+@\S+$/.test(text)) return 'An email address, such as kim@example.org.';
  if (format === 'uri' && !URL.canParse(text)) return 'A whole address, such as https://example.org/page.';
  if (format === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'A date, such as 2026-11-22.';
  if (format === 'date-time' && Number.isNaN(Date.parse(text))) return 'A moment, such as 2026-11-22T09:30:00Z.';
  // Patterns are left to the core: one of another server could keep this page busy for ever.
  return undefined;
}

function checkNumber(field: FieldOf<'number'>, number: number): string | undefined {
  if (field.integer && !Number.isInteger(number)) return 'A whole number.';
  if (field.minimum !== undefined && number < field.minimum) return `At least ${field.minimum}.`;
  if (field.maximum !== undefined && number > field.maximum) return `At most ${field.maximum}.`;
  return undefined;
}
