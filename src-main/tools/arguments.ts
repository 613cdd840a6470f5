import { z } from 'zod';

/** Tab, line feed and carriage return are text; other control characters and halves of surrogate pairs are not. */
const unreadable = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

/** Characters as a reader counts them and as JSON Schema's `maxLength` does: an emoji is one. */
function isLongerThan(value: string, max: number): boolean {
  if (value.length <= max) return false;
  if (value.length > 2 * max) return true;
  return Array.from(value).length > max;
}

interface TextLimits {
  readonly max: number;
  /** What to do when it is too long, as the end of the sentence. */
  readonly advice?: string;
  readonly mayBeEmpty?: boolean;
}

/** Text that is kept as it is: never cut, trimmed or interpreted. */
export function text({ max, advice, mayBeEmpty = false }: TextLimits) {
  const checked = z.string().check((context) => {
    const { value, issues } = context;
    const refuse = (message: string) => issues.push({ code: 'custom', message, input: value });
    if (isLongerThan(value, max)) {
      refuse(`Longer than ${max.toLocaleString('en-US')} characters. ${advice ?? 'Shorten it.'}`);
    } else if (unreadable.test(value)) {
      refuse('Contains control characters or broken Unicode. Send plain text.');
    } else if (!mayBeEmpty && value.trim() === '') {
      refuse('Is empty. Give it some text.');
    }
  });
  return checked.meta(mayBeEmpty ? { maxLength: max } : { minLength: 1, maxLength: max });
}

/** A whole number of at least 1. Built by hand because zod publishes the bounds of safe integers, which only cost tokens. */
function countingNumber(message: string) {
  return z
    .number({ error: message })
    .refine((value) => Number.isSafeInteger(value) && value >= 1, message)
    .meta({ type: 'integer', minimum: 1 });
}

export function recordId(description: string) {
  return countingNumber('Must be a whole number of at least 1.').describe(description);
}

export const pageNumber = countingNumber('Must be a whole number of at least 1: 1 is the first page.')
  .optional()
  .describe('Which page of results to return; 1, the first, when left out.');

export const noteText = text({ max: 50_000 });

export const searchText = text({ max: 1000, advice: 'Search for a few words instead.' });

/** For lists that can also be browsed. */
export const searchOrListText = text({ max: 1000, advice: 'Search for a few words instead.', mayBeEmpty: true });

export const openOnly = z.boolean().optional().describe('False includes closed tickets. They are left out otherwise.');

/** Values of a ticket's own fields by name; what each may be is the field's business. */
export const fieldValues = z.record(
  z.string().max(200),
  z.union([text({ max: 10_000, mayBeEmpty: true }), z.number(), z.boolean()]),
);
