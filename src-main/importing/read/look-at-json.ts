import type { FileFormat, RowsAt } from './file-format.ts';
import { chooseLineEnd } from './scan-table.ts';

/** What names one object: a list after it belongs to the object, which is then itself a row. */
const identifiers = new Set([
  ...['id', '_id', 'pk', 'sys_id', 'number', 'guid', 'uuid', 'key'],
  ...['subject', 'summary', 'title'],
]);

const MAX_LINES = 20;

/** How to read a text that begins like JSON; undefined where it does not. `name` is the file's, for the last doubt. */
export function lookAtJson(
  sample: string,
  name: string,
  complete: boolean,
): Pick<FileFormat, 'kind' | 'lineEnd' | 'rowsAt'> | undefined {
  if (/^\s*\[\s*(?:[{["\]\d-]|true|false|null|$)/.test(sample)) {
    return { kind: 'json', lineEnd: null, rowsAt: { at: 'root' } };
  }
  if (!/^\s*\{\s*["}]/.test(sample)) return undefined;

  const lines = sample.split(/\r\n|\n|\r/);
  const whole = (complete ? lines : lines.slice(0, -1)).filter((line) => line.trim() !== '').slice(0, MAX_LINES);
  const objects = whole.filter(isJsonObject).length;
  const called = /\.(jsonl|ndjson)$/i.test(name);
  // One line is a document of its own, unless its name says otherwise.
  if ((whole.length > 1 && objects * 2 >= whole.length) || (called && (whole.length === 0 || objects > 0))) {
    const count = (end: RegExp) => sample.match(end)?.length ?? 0;
    const ends = { crlf: count(/\r\n/g), lf: count(/(?<!\r)\n/g), cr: count(/\r(?!\n|$)/g) };
    return { kind: 'jsonl', lineEnd: chooseLineEnd(ends), rowsAt: null };
  }
  return { kind: 'json', lineEnd: null, rowsAt: findRows(sample) };
}

function isJsonObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The first list of objects among an object's members is where its rows are, unless the object is a row itself. */
function findRows(sample: string): RowsAt {
  const token = /\s*("[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s"{}[\]:,]+)/sy;
  let depth = 0;
  let key: string | undefined;
  let list: string | undefined;
  let empty: string | undefined;
  for (let previous = '', match = token.exec(sample); match !== null; match = token.exec(sample)) {
    const text = match[1] ?? '';
    if (depth === 2 && list !== undefined && previous === '[') {
      if (text === '{') return { at: 'key', key: list };
      if (text === ']') empty ??= list;
    }
    if (depth === 1 && text.startsWith('"') && previous !== ':') key = readText(text);
    else if (depth === 1 && previous === ':') {
      if (!/^[[{]/.test(text) && key !== undefined && identifiers.has(key.toLowerCase())) return { at: 'values' };
      list = text === '[' ? key : undefined;
    }
    if (text === '{' || text === '[') depth++;
    if (text === '}' || text === ']') depth--;
    if (depth === 0) break;
    previous = text;
  }
  return empty === undefined ? { at: 'values' } : { at: 'key', key: empty };
}

function readText(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}
