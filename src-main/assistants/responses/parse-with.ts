import type { z } from 'zod';
import type { AppError } from '../../../src-shared/errors/app-error.ts';
import { apiError } from './api-error.ts';

type Issue = z.core.$ZodIssue;

/** The value as the schema reads it. What is wrong is said as OpenAI's API says it, `place` being the way to the value. */
export function parseWith<S extends z.ZodType>(schema: S, value: unknown, place = ''): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue === undefined ? apiError(400, 'The request is not valid.') : describe(issue, value, place);
}

/** A way such as `tools[0].server_url`. */
function placeOf(place: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((so, step) => {
    if (typeof step === 'number') return `${so}[${step}]`;
    return so === '' ? String(step) : `${so}.${String(step)}`;
  }, place);
}

function describe(issue: Issue, value: unknown, place: string): AppError {
  const param = placeOf(place, issue.path);
  const found = valueAt(value, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const unknown = placeOf(param, [issue.keys[0] ?? '']);
      return apiError(400, `Unknown parameter: '${unknown}'.`, { param: unknown, code: 'unknown_parameter' });
    }
    case 'invalid_type':
      if (found === undefined) return missing(param);
      return invalidType(param, `${article(issue.expected)} ${issue.expected}`, found);
    case 'invalid_value': {
      if (found === undefined) return missing(param);
      if (typeof found !== 'string') return invalidType(param, `one of ${list(issue.values)}`, found);
      return invalidValue(param, found, issue.values);
    }
    case 'invalid_union':
      return found === undefined ? missing(param) : invalidType(param, 'another type', found);
    case 'too_small':
    case 'too_big':
      return outOfBounds(issue, param, found);
    default:
      return apiError(400, `Invalid '${param}': ${issue.message}`, { param, code: 'invalid_value' });
  }
}

function missing(param: string): AppError {
  return apiError(400, `Missing required parameter: '${param}'.`, { param, code: 'missing_required_parameter' });
}

export function invalidType(param: string, expected: string, found: unknown): AppError {
  const message = `Invalid type for '${param}': expected ${expected}, but got ${typeName(found)} instead.`;
  return apiError(400, message, { param, code: 'invalid_type' });
}

export function invalidValue(param: string, found: string, supported: readonly unknown[]): AppError {
  const message = `Invalid value: '${found.slice(0, 100)}'. Supported values are: ${list(supported)}.`;
  return apiError(400, message, { param, code: 'invalid_value' });
}

function outOfBounds(issue: Issue & { code: 'too_small' | 'too_big' }, param: string, found: unknown): AppError {
  const small = issue.code === 'too_small';
  const bound = String(small ? issue.minimum : issue.maximum);
  const side = small ? 'below' : 'above';
  if (typeof found === 'number') {
    const kind = Number.isInteger(found) ? 'integer' : 'decimal';
    const message = `Invalid '${param}': ${kind} ${side} ${small ? 'minimum' : 'maximum'} value. Expected a value ${small ? '>=' : '<='} ${bound}, but got ${found} instead.`;
    return apiError(400, message, { param, code: `${kind}_${side}_${small ? 'min' : 'max'}_value` });
  }
  const kind = Array.isArray(found) ? 'array' : typeof found === 'string' ? 'string' : 'object';
  const message = `Invalid '${param}': ${kind} too ${small ? 'short' : 'long'}. Expected ${small ? 'at least' : 'at most'} ${bound}.`;
  return apiError(400, message, { param, code: `${kind}_${side}_${small ? 'min' : 'max'}_length` });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'an integer' : 'a decimal number';
  return `${article(typeof value)} ${typeof value}`;
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}

function list(values: readonly unknown[]): string {
  const quoted = values.map((value) => `'${String(value)}'`);
  if (quoted.length < 2) return quoted.join('');
  if (quoted.length === 2) return quoted.join(' and ');
  return `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1) ?? ''}`;
}
