import { absent, type Entry } from './entry.ts';
import type { Field } from './field.ts';
import { isSchema } from './merge-schemas.ts';

/** A value as the form holds it. Whatever does not fit the field is kept as JSON text. */
export function toEntry(field: Field, value: unknown): Entry {
  const asJson: Entry = { kind: 'json', text: JSON.stringify(value, undefined, 2) };
  if (field.kind === 'choice') {
    const index = field.options.findIndex((option) => isSame(option, value));
    if (index >= 0) return { kind: 'choice', index };
  }
  if (value === null && field.nullable) return { kind: 'null' };
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? { kind: 'text', text: value } : asJson;
    case 'number':
      return typeof value === 'number' ? { kind: 'text', text: String(value) } : asJson;
    case 'flag':
      return typeof value === 'boolean' ? { kind: 'flag', value } : asJson;
    case 'object': {
      if (!isSchema(value)) return asJson;
      const known = new Set(field.properties.map(({ name }) => name));
      const extra = Object.entries(value).filter(([name]) => !known.has(name));
      return {
        kind: 'object',
        entries: field.properties.map(({ name, field: one }) =>
          Object.hasOwn(value, name) ? toEntry(one, value[name]) : absent,
        ),
        extra: extra.length === 0 ? '' : JSON.stringify(Object.fromEntries(extra), undefined, 2),
      };
    }
    case 'list':
      return Array.isArray(value)
        ? { kind: 'list', items: value.map((item: unknown) => toEntry(field.item, item)) }
        : asJson;
    case 'variants': {
      const index = field.variants.findIndex((variant) => fits(variant.field, value));
      const chosen = field.variants[index];
      return chosen === undefined ? asJson : { kind: 'variant', index, entry: toEntry(chosen.field, value) };
    }
    case 'choice':
    case 'json':
      return asJson;
  }
}

/** Whether a value is of the field's kind, with all required properties and, where names are fixed, no others. */
function fits(field: Field, value: unknown): boolean {
  if (value === null && field.nullable) return true;
  switch (field.kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && (!field.integer || Number.isInteger(value));
    case 'flag':
      return typeof value === 'boolean';
    case 'choice':
      return field.options.some((option) => isSame(option, value));
    case 'object': {
      if (!isSchema(value)) return false;
      const known = field.properties.every(({ name, required, field: one }) =>
        Object.hasOwn(value, name) ? fits(one, value[name]) : !required,
      );
      const names = new Set(field.properties.map(({ name }) => name));
      return known && (field.open || Object.keys(value).every((name) => names.has(name)));
    }
    case 'list':
      return Array.isArray(value) && value.every((item) => fits(field.item, item));
    case 'variants':
      return field.variants.some((variant) => fits(variant.field, value));
    case 'json':
      return true;
  }
}

function isSame(first: unknown, second: unknown): boolean {
  return first === second || JSON.stringify(first) === JSON.stringify(second);
}
