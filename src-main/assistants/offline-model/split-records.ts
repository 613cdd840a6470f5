import { entityOfWord } from './entities.ts';
import { findDuration, findIds, hideQuoted } from './facts.ts';
import { findDictated, onlyPlace } from './free-text.ts';
import { recallIds } from './memory.ts';
import { plainClause, type Clause } from './read-request.ts';
import { entityOfTool, type Scene } from './scene.ts';
import type { ToolProfile } from './tool-profile.ts';

/** More is not done on one request. */
const mostRecords = 10;

const one =
  '(?:(?:the )?(?<![\\p{L}])[a-z]+\\s+)?(?:numbers?\\s+|nos?\\.?\\s+|ids?\\s+)?#?\\d{1,15}(?!\\d|[:.,]\\d|%|-\\d)';
const link =
  '\\s*(?:,\\s*and|,|;|&|\\+|/|\\band also\\b|\\bas well as\\b|\\bplus\\b|\\band\\b|\\bor\\b|\\bund\\b)\\s*(?:also |both |of |for |on |to |the )*';
const list = new RegExp(`(?:\\bboth\\s+)?${one}(?:${link}${one})+`, 'giu');
const units =
  /^\s*(?:hours?|hrs?|h\b|minutes?|mins?|days?|weeks?|%|percent|am\b|pm\b|people|users|copies|pieces|gb|mb|jan|feb|mar|apr|may\b|june?\b|july?\b|aug|sep|oct|nov|dec)/i;

/** The requests that one is for several records, one for each: "close 12, 15 and 19". */
export function splitRecords(clause: Clause, profile: ToolProfile, scene: Scene): readonly Clause[] {
  if (!takesOne(profile)) return [clause];
  const texts = splitTimes(clause) ?? splitNumbered(clause.text) ?? splitPointedAt(clause.text, profile, scene);
  if (texts === undefined) return [clause];
  return texts.slice(0, mostRecords).map((text) => ({ ...plainClause(text), ...pick(clause), text }));
}

const pick = ({ actions, worded, intents, background, isQuestion, tellsOnly }: Clause): Omit<Clause, 'text'> => ({
  ...{ actions, worded, intents, background, isQuestion, tellsOnly },
});

/** It is for one record, and its numbers stand for nothing else. */
function takesOne({ parameters }: ToolProfile): boolean {
  const references = parameters.filter(({ refersTo, kind }) => refersTo?.entity !== undefined && kind !== 'list');
  const numbers = parameters.filter(
    ({ refersTo, kind, required }) => required && refersTo === undefined && kind === 'number',
  );
  return references.some(({ refersTo }) => refersTo?.many !== true) && numbers.length < 2;
}

/** "An hour on 12 for the fan and half an hour on 13 for tests": each time with its ticket. */
function splitTimes({ text, actions }: Clause): string[] | undefined {
  if (actions[0] !== 'time') return undefined;
  const parts: string[] = [];
  const isWhole = (part: string): boolean => findDuration(part) !== undefined && findIds(hideQuoted(part)).length > 0;
  const pieces = text.split(/(?<=\S)(?=[,;]?\s(?:and|plus)\s|[,;]\s)/);
  if (pieces.length > 4 * mostRecords) return undefined;
  for (const piece of pieces) {
    const before = parts.at(-1);
    const own = piece.replace(/^(?:\s*[,;])?\s*(?:(?:and|plus)\s+)?/, '');
    if (before === undefined) parts.push(piece);
    else if (isWhole(before) && isWhole(own)) parts.push(`log ${own}`);
    else parts[parts.length - 1] = before + piece;
  }
  return parts.length > 1 ? parts : undefined;
}

function splitNumbered(text: string): string[] | undefined {
  const said = findDictated(text) ?? '';
  const dictated = onlyPlace.test(said) || findIds(said)[0]?.entity === 'ticket' ? '' : said;
  const hidden = hideQuoted(text.replace(dictated, '·'.repeat(dictated.length)));
  for (const { 0: found, index } of hidden.matchAll(list)) {
    const end = index + found.length;
    const records = readRecords(found);
    if (records === undefined || units.test(hidden.slice(end))) continue;
    const said = records[0]?.lead ?? '';
    return records.map(
      ({ told }, place) => `${text.slice(0, index)}${place === 0 ? '' : ''}${said}${told}${text.slice(end)}`,
    );
  }
  return undefined;
}

/** Each with what kind of record it is; a kind that is named once is that of those that follow. */
function readRecords(found: string): { readonly lead: string; readonly told: string }[] | undefined {
  const items = [...found.matchAll(/(?:([a-z]+)\s+)?(?:(?:numbers?|nos?\.?|ids?)\s+)?#?(\d+)/giu)];
  const first = (items[0]?.[1] ?? '').toLowerCase();
  const firstKind = entityOfWord(first);
  // "suggestions 3 and 4" are for a tool that takes several.
  if (
    first !== '' &&
    firstKind === undefined &&
    !links.test(first) &&
    !/^#?\d{3,}/.test(items[0]?.[2] ?? '') &&
    !verbs.test(first)
  )
    return undefined;
  if (/^(?:suggestions?|actions?|page|pages|version|add|sum|plus|between|from|multiply|subtract)$/.test(first))
    return undefined;
  if (firstKind === undefined && new Set(items.map(([, , id]) => id)).size < 2) return undefined;
  const lead = firstKind === undefined && first !== '' ? `${items[0]?.[1] ?? ''} ` : '';
  let kind = firstKind === undefined ? 'ticket' : singular(first);
  return items.map(([, word = '', id]) => {
    const own = entityOfWord(word);
    if (own !== undefined && own !== 'time') kind = singular(word.toLowerCase());
    return { lead, told: `${kind} ${id ?? ''}` };
  });
}

const links = /^(?:and|or|the|also|both|as|well|plus|to|on|for|of|in|at|with|number|numbers)$/;
const verbs =
  /^(?:show|open|close|resolve|take|grab|assign|read|get|see|view|reopen|cancel|update|check|me|them|about|compare|escalate|summari[sz]e|pull)$/;
const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');

const several =
  /\b(?:both(?: of (?:them|these|those))?|all (?:of )?(?:them|these|those|(?:two|three|four|five)(?: of (?:them|these|those))?)|them all|these(?: tickets| two| three)?|those(?: tickets| two| three)?|them|the first (?:two|three|four|five)|the top (?:two|three|four|five))\b/i;
const counts: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };

/** "Take both", "close them": the records that were spoken of last, where they were few. */
function splitPointedAt(text: string, profile: ToolProfile, scene: Scene): string[] | undefined {
  const hidden = hideQuoted(text);
  const pointed = several.exec(hidden);
  const entity = profile.parameters.find(({ refersTo, required }) => required && refersTo?.entity !== undefined)
    ?.refersTo?.entity;
  if (pointed === null || entity === undefined || /\d{3,}/.test(hidden)) return undefined;
  const count = counts[/\b(two|three|four|five)\b/i.exec(pointed[0])?.[1]?.toLowerCase() ?? ''];
  const ids = recallIds(entity, scene.made, entityOfTool(scene), /^the /i.test(pointed[0]) ? count : undefined);
  if (ids.length < 2) return undefined;
  const [before, after] = [text.slice(0, pointed.index), text.slice(pointed.index + pointed[0].length)];
  return ids.map((id) => `${before}${entity} ${id}${after}`);
}
