import type { Action } from './actions.ts';
import { type Entity, mainEntity } from './entities.ts';
import { findCodes, findIds, findNames } from './facts.ts';
import { findNameInSmall } from './free-text.ts';
import { type Intent, sureEntity } from './intents.ts';
import type { Clause } from './read-request.ts';

export interface Meant {
  readonly entity: Entity;
  readonly sure: boolean;
  /** It speaks for tools of that kind, and against no other. */
  readonly only?: boolean;
}

/** The kind of thing that a request is about. */
export const findMeant = (
  text: string,
  { actions, tellsOnly, intents }: Pick<Clause, 'actions' | 'tellsOnly' | 'intents'>,
  lastEntity: Entity | undefined,
): Meant | undefined =>
  placeNamed(text) ??
  (reported.test(text) ? { entity: 'ticket', sure: true } : undefined) ??
  (writtenDown.test(text) && !/\bticket\b/i.test(text) ? { entity: 'article', sure: true } : undefined) ??
  (taggedDevice.test(text) && mainEntity(text)?.sure !== true ? { entity: 'asset', sure: true } : undefined) ??
  traitOfLast(text, lastEntity) ??
  (findNameInSmall(text) === undefined ? undefined : { entity: 'user', sure: true }) ??
  (tellsOnly ? undefined : byExamples(text, intents, lastEntity)) ??
  (tellsOnly || actions[0] === 'time' ? undefined : aboutSomebody(text)) ??
  impliedEntity(text, actions, tellsOnly) ??
  aloneNumber(text, lastEntity) ??
  mainEntity(withoutQualifier(text)) ??
  mainEntity(text) ??
  (findCodes(text).some((code) => /\d{3}/.test(code)) ? { entity: 'asset', sure: true } : undefined) ??
  pointedAt(text, lastEntity) ??
  somebody(text) ??
  (actions[0] === 'find' && /^(?:do|have|has|is there|are there|any|got)\b/i.test(text)
    ? { entity: 'article', sure: false }
    : undefined);

/** What examples tell, unless it points at what was spoken of last, or something else to be found is named outright. */
function byExamples(text: string, intents: readonly Intent[], lastEntity: Entity | undefined): Meant | undefined {
  const entity = sureEntity(intents);
  if (entity === undefined) return undefined;
  const action = intents[0]?.action;
  const named = mainEntity(withoutQualifier(text));
  if (named?.sure === true && named.entity !== entity && (action === 'find' || action === 'read')) return undefined;
  if (lastEntity !== undefined && entity !== lastEntity && pointsAt(text, lastEntity)) return undefined;
  return { entity, sure: true, only: entity === 'service' };
}

/** "Has anybody else complained about it" is told by tickets. */
const reported =
  /^(?:has|have|did|is) (?:any(?:one|body)|some(?:one|body)|other people|others|other users|more people)\b.{0,20}\b(?:report(?:ed|ing)?|raised?|logged|complain(?:ed|ing)?|contacted|rung|called|mentioned)\b/i;
/** "Any how-to on travelling with devices". */
const writtenDown =
  /\b(?:how-?tos?|guides?|guidance|instructions|articles?|advice|tips|docs|tutorials?|write-?ups?)\b.{0,6}\b(?:on|for|about|covering|explaining)\b|\banything (?:written|documented|written down|in the knowledge)\b/i;

/** Tags of devices: LT-1225. */
const taggedDevice = /^(?:find|show|look up|open|get|pull up|read|check|what|which|who)\b.*\b\p{Lu}{2,4}-\d{3,5}\b/u;

/** "The phone number of the Immingham depot" is told of the place. */
const placeNamed = (text: string): Meant | undefined =>
  /\b(?:phone(?: number)?|telephone(?: number)?|number|address|postcode|directions)\b.{0,20}\b(?:for|of|at|to)\b.{1,40}\b(?:depot|warehouse|office|branch|site|surgery|hub|plant|campus|showroom)\??$/i.test(
    text,
  ) ||
  /\b(?:street|postal|full) address\b|(?<!e-?mail )\baddress of (?:the )?\p{Lu}[\p{L}’'& ]{1,40}\b(?:house|hub|primary|school|centre|works|high|surgery|chambers|warehouse|office|depot)\b/iu.test(
    text,
  )
    ? { entity: 'site', sure: true }
    : undefined;

/** "And who's the customer?", of the record that was spoken of last. */
function traitOfLast(text: string, lastEntity: Entity | undefined): Meant | undefined {
  if (
    lastEntity === undefined ||
    text.split(/\s+/).length > 8 ||
    findNames(text).length > 0 ||
    findIds(text).length > 0
  )
    return undefined;
  return ofIt.test(text) ? { entity: lastEntity, sure: true } : undefined;
}
const ofIt =
  /^(?:and )?(?:who|what|which|when|where|how)(?:'s| is| was| are|'re)? (?:the|its|it|their|about the) ?(?:\w+ )?(?:customer|client|user|requester|agent|owner|priority|status|site|team|type|due date|deadline|category|summary|serial(?: number)?|model|warranty|resolution)?(?: (?:there|of it|for it|on it|of that|for that))?\s*\??$/i;

const traits =
  '(?:sites?|clients?|customers?|company|companies|offices?|teams?|locations?|departments?|e-?mail(?: address)?|phone(?: number)?|number|extension|job(?: title)?|title|role|address|details|contact details|manager)';
const name = "\\p{Lu}[\\p{L}'’-]+(?:\\s+(?:de |van |von )?\\p{Lu}[\\p{L}'’-]+)+";
const ofSomebody: readonly RegExp[] = [
  /\bwho do (?:we|you) (?:know|have)\b.{0,8}\b(?:at|in|from)\b|\b(?:reach|contact|call|phone|ring) (?:her|him|them)\b|\b(?:her|his) (?:\w+ )?(?:record|details|profile|contact|data)\b|\bwho\b.{0,12}\b(?:works?|working|sits?|is|are|do we have|we have|based|employed)\b.{0,8}\b(?:at|in|for)\b|\bwho are (?:the|our) (?:people|users|contacts)\b/i,
  new RegExp(`^(?:which|what)(?:'s| is| are)?\\b.{0,6}\\b${traits}\\b.{0,14}(?<![\\p{L}])${name}`, 'iu'),
  new RegExp(`^(?:[Ww]ho(?:'s| is|s)|[Ww]ho was)\\s+${name}\\s*(?:[,?]|$)`, 'u'),
  new RegExp(`^where (?:does|is|do)\\s+${name}\\s+(?:work|sit|based|located|belong)`, 'iu'),
];
/** Such as "which site does Anna Smith sit at": it is told of her. */
function aboutSomebody(text: string): Meant | undefined {
  const [name_] = findNames(text);
  const who = ofSomebody[0]?.test(text) === true && !/\b(?:ticket|incident|case|asset|article|it)\b|\d{3}/i.test(text);
  const isPerson = name_ !== undefined && /\s/.test(name_) && ofSomebody.slice(1).some((pattern) => pattern.test(text));
  return who || (isPerson && !organisation.test(name_)) ? { entity: 'user', sure: true } : undefined;
}

export const organisation =
  /\b(?:ltd|inc|gmbh|group|trust|associates?|partners|services|solutions|logistics|architects|engineering|merchants|bakeries|care|association|solicitors|renewables|holdings|& co|works|house|hub|primary|school|centre|warehouse|compound|chambers)\b/i;

/** "The laptops of client Hartlaw" are laptops. */
const withoutQualifier = (text: string): string =>
  text.replace(
    /\s(?:of|for|from|at|in|by|with|belonging to|used by|owned by|under)\s+(?:(?:the|our|their|this|that|my)\s+)?(?:clients?|customers?|company|sites?|users?|people|locations?|offices?|branch|agents?)\b.*$/i,
    '',
  );

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
  lastEntity !== undefined && pointsAt(text, lastEntity) ? { entity: lastEntity, sure: false } : undefined;

/** It points at what was spoken of last, of that kind. */
export const pointsAt = (text: string, last: Entity | undefined): boolean =>
  last !== undefined &&
  (pointing.test(text) || ofIt.test(text) || (last === 'user' && /\b(?:she|he|her|his|him)\b/i.test(text)));

export const pointing =
  /\b(?:it|its|this|that|them|one|(?:the|this|that) (?:\w+ ){0,2}(?:ticket|article|asset|user|client|site|record|entry))\b/i;

/** It is about what is the speaker's own. */
export const own =
  /\b(?:mine|assigned to me|for me|to me|on my (?:plate|list|queue|desk|name))\b|\bmy (?:\w+ ){0,2}(?:tickets?|incidents?|requests?|cases?|queue|work ?list|work|plate|assignments?)\b|\b(?:sitting )?with me\b|\bunder my name\b|\bam i (?:working|supposed|responsible|handling)\b|\b(?:am i|do i have|have i|i have|i've|i am working|should i)\b/i;
