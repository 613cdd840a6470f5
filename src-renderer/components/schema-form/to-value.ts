import type { Entry } from './entry.ts';
import type { Field, FieldOf } from './field.ts';
import { isSchema } from './merge-schemas.ts';

/** What an entry sends: nothing, a value, or nothing yet because what was typed is no value. */
export type Outcome =
  | { readonly kind: 'absent' }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly problem: string };

const nothing: Outcome = { kind: 'absent' };

/** What would be sent. Fields without an entry are left out; the core decides whether that is allowed. */
export function toValue(field: Field, entry: Entry, name = 'The value'): Outcome {
  switch (entry.kind) {
    case 'absent':
      return nothing;
    case 'null':
      return given(null);
    case 'flag':
      return given(entry.value);
    case 'choice':
      return field.kind === 'choice' && entry.index in field.options ? given(field.options[entry.index]) : nothing;
    case 'text':
      return field.kind === 'number' ? readNumberText(entry.text, name) : given(entry.text);
    case 'json':
      return entry.text.trim() === '' ? nothing : readJson(entry.text, name);
    case 'variant': {
      const variant = field.kind === 'variants' ? field.variants[entry.index] : undefined;
      return variant === undefined ? nothing : toValue(variant.field, entry.entry, name);
    }
    case 'list':
      return field.kind === 'list' ? readItems(field.item, entry.items, name) : nothing;
    case 'object':
      return field.kind === 'object' ? readObject(field, entry, name) : nothing;
  }
}

function readNumberText(text: string, name: string): Outcome {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  const number = Number(trimmed);
  return Number.isFinite(number) ? given(number) : broken(`${name} is no number: ${trimmed}`);
}

function readJson(text: string, name: string): Outcome {
  try {
    return given(JSON.parse(text));
  } catch (error) {
    return broken(`${name} is no JSON. ${error instanceof Error ? error.message : ''}`.trim());
  }
}

function readItems(item: Field, items: readonly Entry[], name: string): Outcome {
  const values: unknown[] = [];
  for (const [index, entry] of items.entries()) {
    const outcome = toValue(item, entry, `Item ${index + 1} of ${name}`);
    if (outcome.kind === 'broken') return outcome;
    // An item that was added is meant: without a value it says null rather than shift the others.
    values.push(outcome.kind === 'value' ? outcome.value : null);
  }
  return given(values);
}

function readObject(field: FieldOf<'object'>, entry: Extract<Entry, { kind: 'object' }>, name: string): Outcome {
  const pairs: (readonly [string, unknown])[] = [];
  for (const [index, property] of field.properties.entries()) {
    const one = entry.entries[index];
    if (one === undefined) continue;
    const outcome = toValue(property.field, one, property.name);
    if (outcome.kind === 'broken') return outcome;
    if (outcome.kind === 'value') pairs.push([property.name, outcome.value]);
  }
  if (entry.extra.trim() !== '') {
    const extra = readJson(entry.extra, 'Other properties');
    if (extra.kind === 'broken') return extra;
    if (extra.kind === 'value') {
      if (!isSchema(extra.value)) return broken(`Other properties of ${name} must be a JSON object.`);
      pairs.unshift(...Object.entries(extra.value));
    }
  }
  return given(Object.fromEntries(pairs));
}

function given(value: unknown): Outcome {
  return { kind: 'value', value };
}

function broken(problem: string): Outcome {
  return { kind: 'broken', problem };
}
