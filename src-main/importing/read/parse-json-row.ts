import { MAX_CELL_CHARACTERS, MAX_DEPTH, cellTooLong } from './limits.ts';
import type { SourceRow } from './source-row.ts';

const escapedNul = /(?<!\\)(?:\\\\)*\\u0000/;

/** A row of the JSON text of one object. */
export function parseJsonRow(number: number, text: string): SourceRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { number, problem: `This is not valid JSON: ${error instanceof Error ? error.message : 'unknown'}.` };
  }
  if (!isObject(value)) return { number, problem: 'This is not an object with named values.' };
  if (text.includes('\\u0000') && escapedNul.test(text)) {
    return { number, problem: 'A text in this row holds a NUL character, which no text has.' };
  }
  const problem = findProblem(value, text.length);
  return problem === undefined ? { number, values: flattenFixture(value) } : { number, problem };
}

function findProblem(value: Readonly<Record<string, unknown>>, characters: number): string | undefined {
  // Whoever copies the values one by one would replace a prototype.
  if (Object.hasOwn(value, '__proto__')) return 'A value of this row is named “__proto__”, which no field may be.';
  for (const [name, part] of Object.entries(value)) {
    const problem = checkPart(part, name, 1, characters > MAX_CELL_CHARACTERS);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Texts are measured only in a row that is long enough to hold one that is too long. */
function checkPart(part: unknown, name: string, depth: number, measure: boolean): string | undefined {
  if (typeof part === 'string') return measure && part.length > MAX_CELL_CHARACTERS ? cellTooLong(name) : undefined;
  if (typeof part !== 'object' || part === null) return undefined;
  if (depth > MAX_DEPTH) return `The value “${name}” is nested more than ${MAX_DEPTH} levels deep.`;
  for (const inner of Object.values(part)) {
    const problem = checkPart(inner, name, depth + 1, measure);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/**
 * A Django fixture keeps the values of an object in `fields`, beside its `model` and `pk`. A field that has one of these
 * names itself is called `fields.model` or `fields.pk`.
 */
function flattenFixture(value: Record<string, unknown>): Record<string, unknown> {
  const { model, pk, fields } = value;
  if (typeof model !== 'string' || !isObject(fields)) return value;
  if (Object.keys(value).some((key) => key !== 'model' && key !== 'pk' && key !== 'fields')) return value;
  const flat: Record<string, unknown> = 'pk' in value ? { model, pk } : { model };
  for (const [name, field] of Object.entries(fields)) {
    if (name !== '__proto__') flat[name === 'model' || name === 'pk' ? `fields.${name}` : name] = field;
  }
  return flat;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
