import type { Schema } from './field.ts';

/** Both schemas at once, as far as a form draws them: properties and required names of both, the second's word for the rest. */
export function mergeSchemas(first: Schema, second: Schema): Schema {
  const merged = { ...first, ...second };
  if (isSchema(first['properties']) && isSchema(second['properties'])) {
    merged['properties'] = { ...first['properties'], ...second['properties'] };
  }
  const required = [...readNames(first['required']), ...readNames(second['required'])];
  if (required.length > 0) merged['required'] = [...new Set(required)];
  return merged;
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The names in a list of required ones; none when it is no list. */
export function readNames(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}
