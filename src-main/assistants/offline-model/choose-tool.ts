import { type Action, readingActions, standIns } from './actions.ts';
import { type Entity, mainEntity } from './entities.ts';
import { findDuration, findEmails, findIds, findNames, hideQuoted } from './facts.ts';
import { findDictated, findTopic } from './free-text.ts';
import type { Clause } from './read-request.ts';
import type { ToolProfile } from './tool-profile.ts';
import { meaningOf } from './words.ts';

export interface Choice {
  readonly profile: ToolProfile;
  readonly score: number;
}

/** What speaks for a tool, and what against it. */
const weights = {
  words: 2.6,
  entity: 1.1,
  otherEntity: -0.6,
  own: 1.2,
  othersOwn: -1,
  argument: 0.7,
  unusedId: -0.5,
  searched: 0.6,
  changesWhenAsked: -2.5,
  readsWhenTold: -1.5,
  removesNot: -4,
};
/** How much it says that the action is the same. Nearly every tool finds or reads something. */
const tellingActions: Readonly<Partial<Record<Action, number>>> = { read: 1, find: 1.4, request: 1.4 };
const otherActions = 2.6;
/** What a request must reach with a tool for the tool to be called: in all, and without the action. */
const enough = { all: 1.3, besides: 0.25 };

/** The tool that does what the clause asks; undefined when none fits. `lastEntity` is what was spoken of before. */
export function chooseTool(
  clause: Clause,
  profiles: readonly ToolProfile[],
  lastEntity: Entity | undefined,
  mustCall: boolean,
): Choice | undefined {
  const rarity = measureRarity(profiles);
  let best: (Choice & { readonly besides: number }) | undefined;
  for (const profile of profiles) {
    const { all, besides } = scoreTool(clause, profile, rarity, lastEntity);
    if (best === undefined || all > best.score) best = { profile, score: all, besides };
  }
  if (best === undefined) return undefined;
  return mustCall || (best.score >= enough.all && best.besides >= enough.besides) ? best : undefined;
}

type Rarity = (stem: string) => number;

/** What a word tells: much when it is said of few of the tools; nothing when it is said of none. */
function measureRarity(profiles: readonly ToolProfile[]): Rarity {
  const counts = new Map<string, number>();
  for (const { words } of profiles) for (const stem of words.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => {
    const count = counts.get(stem);
    return count === undefined ? 0 : Math.log(1 + profiles.length / count);
  };
}

function scoreTool(
  clause: Clause,
  profile: ToolProfile,
  rarity: Rarity,
  lastEntity: Entity | undefined,
): { readonly all: number; readonly besides: number } {
  const text = hideQuoted(clause.text);
  const besides =
    weights.words * shareOfWords(text, clause.background, profile, rarity) +
    agreeOnEntity(clause, text, profile, lastEntity) +
    agreeOnOwn(text, profile) +
    fitArguments(clause.text, profile, lastEntity) +
    agreeOnMode(clause, profile);
  const [leading] = clause.actions;
  const generic = leading === undefined || leading === 'read' || leading === 'find';
  const action = agreeOnAction(clause.actions, profile);
  return { all: besides + action, besides: generic ? besides : besides + action };
}

/**
 * How much of what the clause says is said of the tool. Words that no tool is described with tell what it is about, and
 * count a little: a request that is all about something else fits no tool.
 */
function shareOfWords(text: string, background: string, { words }: ToolProfile, rarity: Rarity): number {
  let said = 0;
  let all = 0;
  const hear = (stems: readonly string[], share: number): void => {
    stems.forEach((stem, place) => {
      // What is wanted is said first, what it is about later.
      const early = place < 4 ? share : share * 0.6;
      all += Math.max(0.35, rarity(stem)) * early;
      said += rarity(stem) * (words.get(stem) ?? 0) * early;
    });
  };
  hear(meaningOf(withoutAddresses(text).replace(genericVerb, '')).slice(0, 40), 1);
  hear(meaningOf(withoutAddresses(background)).slice(0, 20), 0.35);
  return all === 0 ? 0 : said / Math.sqrt(all) / 2;
}

const withoutAddresses = (text: string): string => text.replaceAll(/\S+@\S+|https?:\S+/g, ' ');
const genericVerb =
  /^(?:show|open|find|search|get|list|read|look|tell|give|see|view|display|fetch|pull|check)\b(?: up| me| us)?/i;

function agreeOnAction(wanted: readonly Action[], { actions }: ToolProfile): number {
  const [leading, ...others] = wanted;
  if (leading === undefined) return 0;
  const weight = tellingActions[leading] ?? otherActions;
  const direct = actions.get(leading) ?? 0;
  const instead = Object.entries(standIns[leading] ?? {}).map(
    ([action, serves]) => serves * (actions.get(action as Action) ?? 0),
  );
  const beside = others.map(
    (action) => (0.5 * (actions.get(action) ?? 0) * (tellingActions[action] ?? otherActions)) / weight,
  );
  const best = Math.max(direct, ...instead, ...beside.map((each) => Math.min(each, 0.5)));
  if (best > 0) return weight * best;
  return leading === 'remove' ? weights.removesNot : -0.5;
}

function agreeOnEntity(
  { actions, tellsOnly }: Clause,
  text: string,
  { entity, entities }: ToolProfile,
  lastEntity: Entity | undefined,
): number {
  const meant: Meant | undefined =
    impliedEntity(text, actions, tellsOnly) ??
    aloneNumber(text, lastEntity) ??
    mainEntity(text) ??
    pointedAt(text, lastEntity) ??
    somebody(text);
  if (meant === undefined || entity === undefined) return 0;
  const trust = meant.sure ? 1 : 0.6;
  if (entity === meant.entity) return weights.entity * trust;
  if (meant.only === true) return 0;
  return entities.has(meant.entity) ? 0.3 * trust : weights.otherEntity * trust;
}

interface Meant {
  readonly entity: Entity;
  readonly sure: boolean;
  /** It speaks for tools of that kind, and against no other. */
  readonly only?: boolean;
}

/** How to do something is told by the knowledge base, and what is wanted is in the catalogue, unless it says otherwise. */
function impliedEntity(text: string, actions: readonly Action[], tellsOnly: boolean): Meant | undefined {
  if (actions[0] === 'time') return { entity: 'time', sure: true };
  if (tellsOnly || (howTo.test(text) && !howToSay.test(text))) return { entity: 'article', sure: true };
  const isWanted = actions.includes('request') && !actions.includes('create');
  return isWanted && mainEntity(text)?.sure !== true ? { entity: 'service', sure: true, only: true } : undefined;
}

const howToSay = /\bhow (?:do|would|can) (?:you|i|we) (?:say|write|spell)\b/i;
const howTo = /^how (?:do|to|can|does|should)\b|\bhow (?:do|can) (?:i|we|you|users?)\b|\bhow to\b/i;

/** A number of which nothing else is said is a ticket's, or that of what was spoken of before. */
function aloneNumber(text: string, lastEntity: Entity | undefined): Meant | undefined {
  const ids = findIds(text);
  if (ids.length === 0 || ids.some(({ entity }) => entity !== undefined)) return undefined;
  return { entity: lastEntity === 'article' || lastEntity === 'asset' ? lastEntity : 'ticket', sure: true };
}

/** What names a person, and nothing else that is known, is about that person. */
const somebody = (text: string): Meant | undefined =>
  findNames(text).some((name) => /\s/.test(name)) ? { entity: 'user', sure: false } : undefined;

/** "Open the first one" is about what was found. */
const pointedAt = (text: string, lastEntity: Entity | undefined): Meant | undefined =>
  lastEntity !== undefined && pointing.test(text) ? { entity: lastEntity, sure: false } : undefined;

const own =
  /\b(?:mine|assigned to me|for me|to me|on my (?:plate|list|queue|desk|name))\b|\bmy (?:\w+ ){0,2}(?:tickets?|incidents?|requests?|cases?|queue|work ?list|work|plate|assignments?)\b|\b(?:am i|do i have|have i|i have|i've|i am working|should i)\b/i;

/** Tools that list what is the caller's are for those who ask for theirs. */
function agreeOnOwn(text: string, { listsOwn, reads, actions }: ToolProfile): number {
  if (!reads || (actions.get('find') ?? 0) < 0.5) return 0;
  if (own.test(text)) return listsOwn ? weights.own : 0;
  return listsOwn ? weights.othersOwn : 0;
}

/** Whether what is at hand is what the tool takes. */
function fitArguments(text: string, { parameters }: ToolProfile, lastEntity: Entity | undefined): number {
  const ids = findIds(text);
  const takesId = parameters.filter(({ refersTo, kind }) => refersTo !== undefined && kind !== 'text');
  const usable = ids.filter(({ entity }) =>
    takesId.some(({ refersTo }) => entity === undefined || refersTo?.entity === entity),
  );
  let fit = ids.length === 0 ? 0 : usable.length > 0 ? weights.argument : weights.unusedId;
  const isPointedAt = ids.length === 0 && lastEntity !== undefined && pointing.test(text);
  if (isPointedAt && takesId.some(({ refersTo, required }) => required && refersTo?.entity === lastEntity))
    fit += weights.argument;
  const says = (pattern: RegExp): boolean => parameters.some(({ words }) => words.some((word) => pattern.test(word)));
  const searches = parameters.find(({ words }) => words.some((word) => /^(?:search|query|q|keywords?)$/.test(word)));
  if (ids.length === 0 && aboutSomething.test(text)) fit += searches === undefined ? 0 : weights.searched;
  else if (searches?.required === true && findTopic(text) === '') fit += weights.unusedId;
  if (findDuration(text) !== undefined && says(/^(?:hours?|minutes?|duration|seconds|time)$/)) fit += 0.5;
  const wantsAddress = parameters.some(({ words, required }) => required && words.includes('email'));
  if (findEmails(text).length > 0) fit += says(/email/) ? 0.3 : 0;
  else if (wantsAddress && findNames(text).length === 0) fit -= 0.4;
  if (findDictated(text) !== undefined)
    fit += says(/^(?:note|text|message|comment|description|body|reply|search|query)$/) ? 0.3 : -0.1;
  return fit;
}

const pointing =
  /\b(?:it|its|this|that|them|one|(?:the|this|that) (?:\w+ ){0,2}(?:ticket|article|asset|user|client|site))\b/i;
const aboutSomething = /\b(?:about|regarding|concerning|mentioning|containing|related to)\b/i;

/** What only asks is not answered by changing something, and what is to be done not by reading. */
function agreeOnMode({ isQuestion, actions }: Clause, { reads }: ToolProfile): number {
  const [leading] = actions;
  const onlyReads = leading !== undefined && (readingActions.has(leading) || (leading === 'request' && isQuestion));
  if (reads) return leading === undefined || onlyReads || leading === 'request' ? 0 : weights.readsWhenTold;
  return (isQuestion && leading !== 'request') || onlyReads ? weights.changesWhenAsked : 0;
}
