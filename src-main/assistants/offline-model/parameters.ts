import { type Entity, entityOfWord } from './entities.ts';
import type { ArgumentSchema } from './model.ts';
import { splitWords } from './words.ts';

export type ValueKind = 'text' | 'whole' | 'number' | 'flag' | 'list' | 'object';

/** One argument of a tool, as far as its schema tells. */
export interface Parameter {
  readonly name: string;
  /** Its name, taken apart. */
  readonly words: readonly string[];
  readonly description: string;
  readonly required: boolean;
  readonly kind: ValueKind;
  readonly format: string | undefined;
  readonly choices: readonly string[];
  readonly longest: number | undefined;
  readonly least: number | undefined;
  readonly most: number | undefined;
  /** What the items of a list are. */
  readonly items: ValueKind;
  /** The record whose id, number or address it is. */
  readonly refersTo: { readonly word: string; readonly entity: Entity | undefined; readonly many: boolean } | undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** At most so many: a schema comes from elsewhere. */
const most = 100;

/** Those that are required first, otherwise in the schema's order. */
export function readParameters(schema: ArgumentSchema): Parameter[] {
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const required = new Set(Array.isArray(schema['required']) ? schema['required'].map(String) : []);
  const read = Object.entries(properties)
    .slice(0, most)
    .map(([name, property]) => readParameter(name, isObject(property) ? property : {}, required.has(name)));
  return [...read.filter((each) => each.required), ...read.filter((each) => !each.required)];
}

function readParameter(name: string, given: Readonly<Record<string, unknown>>, required: boolean): Parameter {
  const property = { ...given, ...firstThatHolds(given) };
  const words = splitWords(name);
  const kind = kindOf(property);
  const items = isObject(property['items']) ? property['items'] : {};
  const choices: unknown =
    property['enum'] ?? items['enum'] ?? (property['const'] === undefined ? [] : [property['const']]);
  return {
    ...{ name, words, required, kind },
    description: [textOf(property['title']), textOf(given['description'])].filter((text) => text !== '').join('. '),
    format: typeof property['format'] === 'string' ? property['format'] : undefined,
    choices: Array.isArray(choices) ? choices.filter((each) => each !== null).map(String) : [],
    longest: numberOf(property['maxLength']),
    least: numberOf(property['minimum']) ?? numberOf(property['exclusiveMinimum']),
    most: numberOf(property['maximum']),
    items: kindOf(items),
    refersTo:
      property['format'] === 'email'
        ? { word: 'email', entity: 'user', many: kind === 'list' }
        : readReference(words, kind),
  };
}

/** Of `anyOf`, `oneOf` and `allOf` what is not merely null. */
function firstThatHolds(property: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  for (const key of ['anyOf', 'oneOf', 'allOf']) {
    const options = property[key];
    const held: unknown = Array.isArray(options)
      ? options.find((each) => isObject(each) && each['type'] !== 'null')
      : undefined;
    if (isObject(held)) return held;
  }
  return {};
}

function kindOf(property: Readonly<Record<string, unknown>>): ValueKind {
  const { type } = property;
  const name: unknown = Array.isArray(type) ? type.find((each) => each !== 'null') : type;
  if (name === 'integer') return 'whole';
  if (name === 'number') return 'number';
  if (name === 'boolean') return 'flag';
  if (name === 'array') return 'list';
  if (name === 'object') return 'object';
  return 'text';
}

function readReference(words: readonly string[], kind: ValueKind): Parameter['refersTo'] {
  const last = words.at(-1) ?? '';
  const isReference = /^(?:ids?|number|no|email|emails|guid|key)$/.test(last);
  if (kind === 'flag' || kind === 'object' || !isReference) return undefined;
  const word = words.at(-2) ?? '';
  if (/^(?:page|phone|serial|order|account|version|room|row|line|max|api)$/.test(word)) return undefined;
  return { word, entity: entityOfWord(word), many: last === 'ids' || kind === 'list' };
}
