import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEntry } from '../../src-renderer/components/schema-form/check-entry.ts';
import { createEntry } from '../../src-renderer/components/schema-form/create-entry.ts';
import { absent, type Entry } from '../../src-renderer/components/schema-form/entry.ts';
import type { Field } from '../../src-renderer/components/schema-form/field.ts';
import { readField } from '../../src-renderer/components/schema-form/read-field.ts';
import { toEntry } from '../../src-renderer/components/schema-form/to-entry.ts';
import { toValue } from '../../src-renderer/components/schema-form/to-value.ts';

const everything = {
  type: 'object',
  required: ['id', 'kind', 'when', 'lines'],
  properties: {
    id: { type: 'integer', minimum: 1 },
    ratio: { type: ['number', 'null'] },
    kind: { enum: ['a', 1, null, { deep: [true] }] },
    only: { const: 'fixed' },
    when: { type: 'string', format: 'date' },
    note: { anyOf: [{ type: 'string', maxLength: 5_000 }, { type: 'null' }] },
    open: { type: 'boolean', default: true },
    nothing: { type: 'null' },
    address: { $ref: '#/$defs/address' },
    lines: { type: 'array', items: { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] } },
    grid: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
    map: { type: 'object', additionalProperties: { type: 'string' } },
    either: {
      oneOf: [
        { type: 'object', properties: { by: { const: 'id' }, id: { type: 'integer' } }, required: ['by', 'id'] },
        { type: 'object', properties: { by: { const: 'name' }, name: { type: 'string' } }, required: ['by', 'name'] },
        { type: 'string' },
      ],
    },
    anything: {},
    tree: { $ref: '#/$defs/tree' },
  },
  $defs: {
    address: { type: 'object', properties: { city: { type: ['string', 'null'] } }, additionalProperties: false },
    tree: { type: 'object', properties: { children: { type: 'array', items: { $ref: '#/$defs/tree' } } } },
  },
};

const field = readField(everything);

function fieldOf(name: string): Field {
  if (field.kind !== 'object') throw new Error('The form has no properties.');
  const found = field.properties.find((property) => property.name === name);
  if (found === undefined) throw new Error(`The form has no property ${name}.`);
  return found.field;
}

function valueOf(of: Field, entry: Entry): unknown {
  const outcome = toValue(of, entry);
  return outcome.kind === 'value' ? outcome.value : outcome;
}

describe('what is drawn for a schema', () => {
  it('is the control that fits each kind of value', () => {
    expect(fieldOf('id')).toMatchObject({ kind: 'number', integer: true, minimum: 1, nullable: false });
    expect(fieldOf('ratio')).toMatchObject({ kind: 'number', integer: false, nullable: true });
    expect(fieldOf('kind')).toMatchObject({ kind: 'choice', options: ['a', 1, null, { deep: [true] }] });
    expect(fieldOf('when')).toMatchObject({ kind: 'text', format: 'date' });
    expect(fieldOf('note')).toMatchObject({ kind: 'text', multiline: true, nullable: true });
    expect(fieldOf('address')).toMatchObject({ kind: 'object', properties: [{ name: 'city', required: false }] });
    expect(fieldOf('lines')).toMatchObject({ kind: 'list', item: { kind: 'object' } });
    expect(fieldOf('map').kind).toBe('json');
    expect(fieldOf('anything').kind).toBe('json');
    expect(fieldOf('either')).toMatchObject({
      kind: 'variants',
      variants: [{ label: 'by: id' }, { label: 'by: name' }, { label: 'Text' }],
    });
  });

  it('is JSON where a definition leads into itself', () => {
    expect(fieldOf('tree')).toMatchObject({
      kind: 'object',
      properties: [{ field: { kind: 'list', item: { kind: 'json' } } }],
    });
  });

  it('stays small for definitions that name each other many times', () => {
    const names = Array.from({ length: 30 }, (_, index) => `p${index}`);
    const $defs = Object.fromEntries(
      Array.from({ length: 8 }, (_, level) => [
        `d${level}`,
        {
          type: 'object',
          properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/d${level + 1}` }])),
        },
      ]),
    );
    expect(JSON.stringify(readField({ $ref: '#/$defs/d0', $defs })).length).toBeLessThan(5_000_000);
  });

  it('never breaks on a schema of any shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (schema) => {
        const drawn = readField(schema);
        expect(toValue(drawn, createEntry(drawn, true)).kind).not.toBe('broken');
      }),
    );
  });
});

describe('what the form sends', () => {
  it('leaves out what nobody filled in, and keeps defaults', () => {
    expect(valueOf(field, createEntry(field, true))).toEqual({ when: '', open: true, lines: [] });
  });

  it('sends an explicit null only where one was chosen', () => {
    const entry = toEntry(field, { note: null, kind: null, nothing: null });
    expect(valueOf(field, entry)).toEqual({ note: null, kind: null, nothing: null });
    expect(toValue(fieldOf('note'), absent)).toEqual({ kind: 'absent' });
  });

  it('sends enum values as they are, not as text', () => {
    expect(valueOf(fieldOf('kind'), { kind: 'choice', index: 1 })).toBe(1);
    expect(valueOf(fieldOf('kind'), { kind: 'choice', index: 3 })).toEqual({ deep: [true] });
  });

  it('says which field holds no value yet', () => {
    const entry = toEntry(field, { id: 1, lines: [] });
    if (entry.kind !== 'object') throw new Error('An object was expected.');
    const entries = entry.entries.map((one, index) => (index === 0 ? ({ kind: 'text', text: '12x' } as const) : one));
    expect(toValue(field, { ...entry, entries })).toEqual({ kind: 'broken', problem: 'id is no number: 12x' });
  });

  it('round-trips every JSON value, whether it fits the schema or not', () => {
    const names = [...Object.keys(everything.properties), '__proto__', 'toString', 'other'];
    const arguments_ = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
    fc.assert(
      fc.property(fc.oneof(arguments_, fc.jsonValue()), (given) => {
        const value: unknown = JSON.parse(JSON.stringify(given));
        const outcome = toValue(field, toEntry(field, value));
        expect(outcome.kind).toBe('value');
        if (outcome.kind === 'value') expect(sorted(outcome.value)).toBe(sorted(value));
      }),
      { numRuns: 500 },
    );
  });

  it('round-trips what fits the schema through the drawn controls, without falling back to JSON', () => {
    const fitting = fc.record(
      {
        id: fc.integer({ min: 1 }),
        ratio: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
        kind: fc.constantFrom('a', 1, null, { deep: [true] }),
        when: fc.string(),
        note: fc.option(fc.string()),
        open: fc.boolean(),
        address: fc.record({ city: fc.option(fc.string()) }, { requiredKeys: [] }),
        lines: fc.array(fc.record({ text: fc.string() })),
        grid: fc.array(fc.array(fc.integer())),
        either: fc.oneof(
          fc.record({ by: fc.constant('id'), id: fc.integer() }),
          fc.record({ by: fc.constant('name'), name: fc.string() }),
          fc.string(),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fitting, (given) => {
        const value: unknown = JSON.parse(JSON.stringify(given));
        const entry = toEntry(field, value);
        expect(JSON.stringify(entry)).not.toContain('"kind":"json"');
        expect(sorted(valueOf(field, entry))).toBe(sorted(value));
      }),
    );
  });
});

describe('what is said about a field after leaving it', () => {
  const check = (schema: object, value: unknown, required = false) => {
    const of = readField(schema);
    return checkEntry(of, toEntry(of, value), required);
  };

  it('is a sentence where the schema is not met, and nothing where it is', () => {
    expect(check({ type: 'integer' }, 1.5)).toBe('A whole number.');
    expect(check({ type: 'number', minimum: 2 }, 1)).toBe('At least 2.');
    expect(check({ type: 'number', minimum: 2 }, 2)).toBeUndefined();
    expect(check({ type: 'string', maxLength: 2 }, 'abc')).toBe('At most 2 characters; these are 3.');
    expect(check({ type: 'string', format: 'email' }, 'kim')).toMatch(/^An email address/);
    expect(check({ type: 'string' }, '', true)).toBeUndefined();
    expect(check({ type: 'string', minLength: 1 }, '', true)).toBe('This is required.');
    expect(checkEntry(readField({ type: 'integer' }), absent, true)).toBe('This is required.');
    expect(checkEntry(readField({ type: 'integer' }), absent, false)).toBeUndefined();
  });
});

/** JSON with the names of objects in order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_name, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([first], [second]) => (first < second ? -1 : 1)))
      : one,
  );
}
