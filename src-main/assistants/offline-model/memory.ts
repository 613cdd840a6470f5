import type { Entity } from './entities.ts';
import type { Turn } from './model.ts';

/** A call that was made, with what came of it. */
export interface Made {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly outcome: 'done' | 'failed' | 'denied';
  /** The result as JSON; undefined when it is none. */
  readonly value: unknown;
}

export function readMade(turns: readonly Turn[]): Made[] {
  const results = new Map(turns.flatMap((turn) => (turn.kind === 'result' ? [[turn.callId, turn] as const] : [])));
  return turns.flatMap((turn) => {
    const result = turn.kind === 'call' ? results.get(turn.id) : undefined;
    return turn.kind === 'call' && result !== undefined ? [made(turn, result)] : [];
  });
}

export function made(
  call: { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> },
  { text, outcome }: { readonly text: string; readonly outcome: Made['outcome'] },
): Made {
  return { tool: call.tool, arguments: call.arguments, text, outcome, value: parseJson(text) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first list of records in a result, with its name; lists that a record has are not looked for. */
export function findList(value: unknown): { readonly name: string; readonly rows: readonly Row[] } | undefined {
  if (Array.isArray(value)) return { name: 'records', rows: value.filter(isRow) };
  if (!isRow(value) || 'id' in value) return undefined;
  for (const [name, each] of Object.entries(value)) {
    if (Array.isArray(each) && (each.length === 0 || each.some(isRow))) return { name, rows: each.filter(isRow) };
  }
  return undefined;
}

/** The lists of a result by their names, those of a record as well. */
export function listsOf(value: unknown): ReadonlyMap<string, readonly Row[]> {
  const lists = new Map<string, readonly Row[]>();
  if (!isRow(value)) return lists;
  for (const [name, each] of Object.entries(value)) {
    if (Array.isArray(each) && each.every(isRow)) lists.set(name, each);
  }
  return lists;
}

/**
 * The number of the record of that kind which was spoken of last: the one a call was about, made, or found first; with a
 * place the one at that place of the list that was found last.
 */
export function recallId(
  entity: Entity,
  calls: readonly Made[],
  entityOf: (tool: string) => Entity | undefined,
  place: number | undefined,
): unknown {
  for (const { tool, arguments: given, value, outcome } of calls.toReversed()) {
    if (outcome !== 'done') continue;
    const rows = entityOf(tool) === entity ? findList(value)?.rows : undefined;
    if (place !== undefined) {
      const chosen = rows?.at(place)?.['id'];
      if (chosen !== undefined) return chosen;
      continue;
    }
    const named = given[`${entity}_id`];
    if (named !== undefined) return named;
    if (entityOf(tool) !== entity) continue;
    const row = isRow(value) && 'id' in value ? value : rows?.[0];
    if (row?.['id'] !== undefined) return row['id'];
  }
  return undefined;
}

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const best = /\bthe (?:best|top|newest|latest|most recent)\b(?: \w+)?/i;

/** "The second one": 1. "The last": -1. */
export function findPlace(text: string): number | undefined {
  const [, word = ''] =
    /\bthe (first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?: (?:one|ticket|article|asset|user|result|hit|of them|of those))?\b/i.exec(
      text,
    ) ?? [];
  const number = /\b(?:number|no\.?) (one|two|three|four|five)\b|\bthe ([1-9])(?:st|nd|rd|th)\b(?: one)?/i.exec(text);
  if (word === '' && number !== null)
    return number[2] === undefined
      ? ['one', 'two', 'three', 'four', 'five'].indexOf((number[1] ?? '').toLowerCase())
      : Number(number[2]) - 1;
  if (word === '') return best.test(text) ? 0 : undefined;
  return word.toLowerCase() === 'last' ? -1 : places.indexOf(word.toLowerCase());
}

/**
 * The numbers of the records of that kind which were spoken of last: those of a list, the first `count` of a longer one,
 * or those that were read one after the other.
 */
export function recallIds(
  entity: Entity,
  calls: readonly Made[],
  entityOf: (tool: string) => Entity | undefined,
  count: number | undefined,
): (number | string)[] {
  const isId = (id: unknown): id is number | string => typeof id === 'number' || typeof id === 'string';
  const done = calls.filter(({ outcome }) => outcome === 'done').toReversed();
  const listed = done.findIndex(
    ({ tool, value }) => entityOf(tool) === entity && (findList(value)?.rows.length ?? 0) > 0,
  );
  const singles = done
    .slice(0, listed < 0 ? undefined : listed)
    .map(
      ({ tool, arguments: given, value }) =>
        given[`${entity}_id`] ?? (entityOf(tool) === entity && isRow(value) ? value['id'] : undefined),
    )
    .filter(isId);
  if (singles.length > 1 && count === undefined) return [...new Set(singles)].toReversed();
  const found = done[listed];
  const rows = findList(found?.value)?.rows ?? [];
  const all = isRow(found?.value) ? found.value['record_count'] : undefined;
  if (count === undefined && typeof all === 'number' && all > rows.length) return [];
  return rows
    .map(({ id }) => id)
    .filter(isId)
    .slice(0, count);
}
