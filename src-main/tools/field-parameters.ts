import { z } from 'zod';
import type { Desk } from '../domain/desk.ts';
import { text } from './arguments.ts';
import type { Parameters } from './define-use.ts';

type Field = ReturnType<Desk['toolMaterial']['listTypeFields']>[number];

/** A ticket's own fields as parameters of a tool. */
export interface FieldParameters {
  readonly shape: Parameters;
  /** The values of the arguments, by the fields' ids; what was left out is absent. */
  read(input: Readonly<Record<string, unknown>>): Map<number, string>;
}

/** `taken` are the names of the tool's other parameters. */
export function createFieldParameters(fields: readonly Field[], taken: readonly string[]): FieldParameters {
  const used = new Set(taken);
  const named = fields.map((field) => {
    const name = nameOf(field, used);
    used.add(name);
    return { name, field };
  });
  return {
    shape: Object.fromEntries(named.map(({ name, field }) => [name, parameterOf(field)])),
    read(input) {
      const given = named.filter(({ name }) => input[name] !== undefined && input[name] !== '');
      return new Map(given.map(({ name, field }) => [field.id, toText(input[name] as Value)]));
    },
  };
}

type Value = string | number | boolean;

/** Administrators may name fields as they like; models' interfaces take only these letters in a parameter's name. */
function nameOf({ id, name }: Field, used: ReadonlySet<string>): string {
  const plain = name.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 64);
  return /[A-Za-z0-9]/.test(plain) && !used.has(plain) ? plain : `field_${id}`;
}

function parameterOf(field: Field): z.ZodType {
  const required = field.required === 1;
  const type = typeOf(field, required).describe(describe(field));
  return required ? type : type.optional();
}

function typeOf({ kind, choices }: Field, required: boolean): z.ZodType {
  switch (kind) {
    case 'number':
      return z.number();
    case 'yes_no':
      return z.boolean();
    case 'date':
      return z
        .string()
        .refine((value) => z.iso.date().safeParse(value).success, 'Must be a date such as 2026-03-02.')
        .meta({ format: 'date' });
    case 'choice': {
      const known = JSON.parse(choices) as string[];
      return known.length === 0 ? text({ max: 200, mayBeEmpty: !required }) : z.enum(known);
    }
    case 'text':
      return text({ max: 1000, mayBeEmpty: !required }).refine((value) => !/[\n\r]/.test(value), 'Must be one line.');
    case 'long_text':
      return text({ max: 10_000, mayBeEmpty: !required });
  }
}

function describe({ kind, label }: Field): string {
  return kind === 'date' ? `${label}, as YYYY-MM-DD.` : `${label}.`;
}

/** As the desk keeps it. */
function toText(value: Value): string {
  return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value);
}
