import { parseJson } from './parse-json.ts';

/** JSON on lines of its own; what is none stays as it is. */
export function indentJson(text: string): string {
  const value = parseJson(text);
  return value === undefined ? text : JSON.stringify(value, undefined, 2);
}
