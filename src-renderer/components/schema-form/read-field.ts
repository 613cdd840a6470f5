// The forms that can be had ready-made compile schemas with `new Function`, which the content security policy forbids.
import type { Field, Schema, TextFormat } from './field.ts';
import { isSchema, mergeSchemas, readNames } from './merge-schemas.ts';

interface Where {
  readonly root: Schema;
  /** The references being followed: one that leads into itself is drawn as JSON. */
  readonly following: readonly string[];
  readonly depth: number;
  /** Fields that may still be drawn: a few definitions that name each other can ask for millions. */
  readonly budget: { left: number };
}

const deepest = 8;
const mostFields = 500;

/** What a form draws for a JSON Schema (2020-12). Never throws: what it does not understand becomes a JSON field. */
export function readField(schema: unknown): Field {
  const root = isSchema(schema) ? schema : {};
  return read(schema, { root, following: [], depth: 0, budget: { left: mostFields } });
}

function read(given: unknown, where: Where): Field {
  const followed = isSchema(given) ? follow(given, where) : undefined;
  if (followed === undefined) return jsonField(isSchema(given) ? given : {});
  const { schema, where: inside } = followed;
  if (inside.depth > deepest || --inside.budget.left < 0) return jsonField(schema);
  const { nullable, types, alternatives } = separateNull(schema);
  const facts = { ...readFacts(schema), nullable };
  const deeper = { ...inside, depth: inside.depth + 1 };

  if ('const' in schema) return { ...facts, kind: 'choice', options: [schema['const']] };
  if (Array.isArray(schema['enum'])) return { ...facts, kind: 'choice', options: schema['enum'] };
  if (alternatives !== undefined) {
    const { anyOf: _any, oneOf: _one, title: _title, description: _description, default: _default, ...rest } = schema;
    const variants = alternatives.map((one) => mergeSchemas(rest, isSchema(one) ? one : {}));
    const [only] = variants;
    if (variants.length === 1 && only !== undefined) return { ...read(only, deeper), ...withoutGaps(facts), nullable };
    return { ...facts, kind: 'variants', variants: nameVariants(variants, deeper) };
  }
  if (types.length > 1) {
    const variants = types.map((type) => ({ ...schema, type, title: undefined, default: undefined }));
    return { ...facts, kind: 'variants', variants: nameVariants(variants, deeper) };
  }
  switch (types[0] ?? guessType(schema)) {
    case 'string':
      return { ...facts, kind: 'text', ...readTextFacts(schema) };
    case 'number':
    case 'integer':
      return {
        ...facts,
        kind: 'number',
        integer: types[0] === 'integer',
        minimum: readNumber(schema['minimum']),
        maximum: readNumber(schema['maximum']),
      };
    case 'boolean':
      return { ...facts, kind: 'flag' };
    case 'null':
      return { ...facts, kind: 'choice', options: [null], nullable: false };
    case 'object':
      return readObject(schema, facts, deeper);
    case 'array':
      // Without a schema for its items, or with one for each place, there is nothing to draw item by item.
      if (!isSchema(schema['items']) || 'prefixItems' in schema) return { ...facts, kind: 'json' };
      return { ...facts, kind: 'list', item: read(schema['items'], deeper), atMost: readNumber(schema['maxItems']) };
    default:
      return { ...facts, kind: 'json' };
  }
}

function readObject(schema: Schema, facts: Omit<Field, 'kind'>, where: Where): Field {
  const properties = isSchema(schema['properties']) ? Object.entries(schema['properties']) : [];
  const required = new Set(readNames(schema['required']));
  const { additionalProperties } = schema;
  // A map of any names: there is nothing to draw but the whole of it.
  if (properties.length === 0 && additionalProperties !== false) return { ...facts, kind: 'json' };
  return {
    ...facts,
    kind: 'object',
    properties: properties.map(([name, one]) => ({ name, required: required.has(name), field: read(one, where) })),
    open: additionalProperties === true || isSchema(additionalProperties),
  };
}

/** The schema behind its references and single `allOf`; undefined when a reference leads nowhere or into itself. */
function follow(given: Schema, where: Where): { readonly schema: Schema; readonly where: Where } | undefined {
  let schema = given;
  let { following } = where;
  for (;;) {
    const { $ref: reference, ...beside } = schema;
    const { allOf } = schema;
    if (typeof reference === 'string') {
      const target = following.includes(reference) ? undefined : find(reference, where.root);
      if (target === undefined) return undefined;
      following = [...following, reference];
      schema = mergeSchemas(target, beside);
    } else if (Array.isArray(allOf) && allOf.every(isSchema)) {
      const { allOf: _all, ...rest } = schema;
      schema = allOf.reduce<Schema>((whole, part) => mergeSchemas(whole, part), rest);
    } else return { schema, where: { ...where, following } };
  }
}

/** Follows a pointer inside the same document, such as `#/$defs/address`. */
function find(reference: string, root: Schema): Schema | undefined {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  let found: unknown = root;
  for (const step of reference.slice(2).split('/')) {
    const name = decodeStep(step);
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Schema)[name];
  }
  return isSchema(found) ? found : undefined;
}

function decodeStep(step: string): string {
  const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function separateNull(schema: Schema) {
  const given = schema['type'];
  const named = Array.isArray(given) ? given.filter((one) => typeof one === 'string') : [];
  const types = typeof given === 'string' ? [given] : named;
  const rest = types.length > 1 ? types.filter((type) => type !== 'null') : types;
  const either: unknown = schema['anyOf'] ?? schema['oneOf'];
  const all = Array.isArray(either) && either.length > 0 ? (either as readonly unknown[]) : undefined;
  const isNull = (one: unknown): boolean => isSchema(one) && one['type'] === 'null';
  const others = all?.filter((one) => !isNull(one));
  const alternatives = others?.length === 0 ? undefined : others;
  const nullable = rest.length < types.length || (all?.length ?? 0) > (alternatives?.length ?? 0);
  return { nullable, types: rest, alternatives };
}

function guessType(schema: Schema): string | undefined {
  if ('properties' in schema) return 'object';
  return 'items' in schema ? 'array' : undefined;
}

function nameVariants(variants: readonly Schema[], where: Where) {
  return variants.map((schema, index) => {
    const field = read(schema, where);
    return { label: field.title ?? describeVariant(field) ?? `Choice ${index + 1}`, field };
  });
}

function describeVariant(field: Field): string | undefined {
  switch (field.kind) {
    case 'text':
      return field.format === undefined ? 'Text' : `Text (${field.format})`;
    case 'number':
      return field.integer ? 'Whole number' : 'Number';
    case 'flag':
      return 'Yes or no';
    case 'choice':
      return field.options.length === 1 ? JSON.stringify(field.options[0]) : 'One of a list';
    case 'list':
      return 'List';
    case 'object': {
      // What tells variants of an object apart is usually a property with one possible value.
      const fixed = field.properties.find(({ field: one }) => one.kind === 'choice' && one.options.length === 1);
      if (fixed?.field.kind === 'choice') return `${fixed.name}: ${String(fixed.field.options[0])}`;
      return field.properties.map(({ name }) => name).join(', ') || 'Object';
    }
    default:
      return undefined;
  }
}

function readTextFacts(schema: Schema) {
  const maxLength = readNumber(schema['maxLength']);
  const description = typeof schema['description'] === 'string' ? schema['description'] : '';
  const format = formats.find((one) => one === schema['format']);
  const saysLong = /multi-?line|markdown|several lines|paragraphs/i.test(description);
  return {
    format,
    multiline: format === undefined && ((maxLength ?? 0) > 1_000 || saysLong),
    minLength: readNumber(schema['minLength']),
    maxLength,
  };
}

const formats: readonly TextFormat[] = ['date', 'date-time', 'email', 'uri'];

function readFacts(schema: Schema) {
  return {
    title: typeof schema['title'] === 'string' && schema['title'] !== '' ? schema['title'] : undefined,
    description: typeof schema['description'] === 'string' ? schema['description'] : undefined,
    nullable: false,
    initial: schema['default'] === undefined ? undefined : { value: schema['default'] },
  };
}

function withoutGaps(facts: ReturnType<typeof readFacts>): Partial<ReturnType<typeof readFacts>> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function jsonField(schema: Schema): Field {
  return { ...readFacts(schema), kind: 'json' };
}

function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
