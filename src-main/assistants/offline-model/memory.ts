import type { Entity } from './entities.ts';
import type { Turn } from './model.ts';
import { best, findList, isRow, listsOf, type Row } from './rows.ts';
import { meaningOf } from './words.ts';

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

/**
 * The number of the record of that kind which was spoken of last: the one a call was about or made; of a list that was
 * found last the one at that place, or else the first of those that have most of what was said.
 */
export function recallId(
  entity: Entity,
  calls: readonly Made[],
  entityOf: (tool: string) => Entity | undefined,
  place: number | undefined,
  said: ReadonlySet<string>,
  described?: ReadonlySet<string>,
): unknown {
  for (const { tool, arguments: given, value, outcome } of calls.toReversed()) {
    if (outcome !== 'done') continue;
    const rows = entityOf(tool) === entity ? findList(value)?.rows : undefined;
    if (place !== undefined) {
      const chosen = rows?.at(place)?.['id'];
      if (chosen !== undefined) return chosen;
      continue;
    }
    if (described !== undefined) {
      const chosen = best(listOf(entity, value, entityOf(tool)), (each) => countSaid(each, described));
      if (chosen !== undefined && countSaid(chosen, described) > 0) return chosen['id'];
      continue;
    }
    const named = given[`${entity}_id`];
    if (named !== undefined) return named;
    if (entityOf(tool) !== entity) continue;
    const sought =
      said.size > 0 ? said : new Set(meaningOf(typeof given['search'] === 'string' ? given['search'] : ''));
    const row = isRow(value) && 'id' in value ? value : best(rows ?? [], (each) => countSaid(each, sought));
    if (row?.['id'] !== undefined) return row['id'];
  }
  return undefined;
}

/** The records of that kind in a result, be it a list of them or of several kinds. */
function listOf(entity: Entity, value: unknown, kind: Entity | undefined): readonly Row[] {
  return listsOf(value).get(`${entity}s`) ?? (kind === entity ? (findList(value)?.rows ?? []) : []);
}

/** "The one about the docking station": what tells it from the others of a list. */
export function describedOne(text: string): ReadonlySet<string> | undefined {
  const [, before = '', after = ''] =
    /\b(?:the|that|this)\s+((?:[\p{L}'’-]+\s+){0,3}?)ones?\b((?:\s+(?:about|with|from|for|on|regarding|of|that|where|in|at|by|called|titled|which)\s+[^,.;:!?]{1,80})?)/iu.exec(
      text,
    ) ??
    /\b(?:the|that)\s+()(?:ticket|incident|case|article|request|asset)\s+((?:about|regarding|called|titled)\s+[^,.;:!?]{1,80})/iu.exec(
      text,
    ) ??
    [];
  const stems = meaningOf(`${before} ${after}`);
  return stems.length === 0 ? undefined : new Set(stems);
}

/** How many of the stems are those of what the record is called, is like and belongs to. */
function countSaid(row: Row, said: ReadonlySet<string>): number {
  if (said.size === 0) return 0;
  const texts = Object.entries(row).flatMap(([key, value]) =>
    typeof value === 'string' && /^(?:summary|title|name|.*_name)$/.test(key) ? [value] : [],
  );
  return meaningOf(texts.join(' ')).filter((stem) => said.has(stem)).length;
}

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const bestOne = /\bthe (?:best|top|newest|latest|most recent)\b(?: \w+)?/i;

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
  if (word === '') return bestOne.test(text) ? 0 : undefined;
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
