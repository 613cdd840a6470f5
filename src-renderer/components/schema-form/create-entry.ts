import { absent, type Entry } from './entry.ts';
import type { Field } from './field.ts';
import { toEntry } from './to-entry.ts';

/** What a field holds before anybody typed: its default, or what a required field cannot do without. */
export function createEntry(field: Field, required: boolean): Entry {
  if (field.initial !== undefined) return toEntry(field, field.initial.value);
  return required ? createFilledEntry(field) : absent;
}

/** An entry that will be sent, as far as one can be made without knowing more. */
export function createFilledEntry(field: Field): Entry {
  switch (field.kind) {
    case 'text':
      return { kind: 'text', text: '' };
    case 'choice':
      return field.options.length === 1 ? { kind: 'choice', index: 0 } : absent;
    case 'object':
      return {
        kind: 'object',
        entries: field.properties.map(({ field: one, required }) => createEntry(one, required)),
        extra: '',
      };
    case 'list':
      return { kind: 'list', items: [] };
    case 'variants': {
      const [first] = field.variants;
      return first === undefined ? absent : { kind: 'variant', index: 0, entry: createEntry(first.field, true) };
    }
    case 'json':
      return { kind: 'json', text: '' };
    case 'number':
    case 'flag':
      return absent;
  }
}
