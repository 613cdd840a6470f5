import {
  findDictated,
  findNoteTold,
  findReason,
  findSaidLater,
  findSubject,
  asSummary,
  onlyPlace,
  sentence,
} from './free-text.ts';
import { askFor } from './ask-for.ts';
import { findCarried, findNoteBefore } from './carry-over.ts';
import { findDuration, findEmails, findNames, hideQuoted } from './facts.ts';
import { fillFields } from './fill-fields.ts';
import { findReference } from './find-reference.ts';
import { findLeftover, findRest } from './find-rest.ts';
import { findSearched } from './find-searched.ts';
import { findTicketType } from './find-type.ts';
import type { Parameter } from './parameters.ts';
import type { Clause } from './read-request.ts';
import {
  findChoice,
  findFlag,
  findMoment,
  findNamed,
  findNumber,
  findText,
  isMoment,
  isPlace,
  listNumbers,
} from './read-value.ts';
import { findLoneNumber } from './shapes.ts';
import { findWork } from './work-done.ts';
import { meaningOf } from './words.ts';
import { isMissing, type Missing, type Plan, type Scene } from './scene.ts';
import type { ToolProfile } from './tool-profile.ts';

export type Arguments = Record<string, unknown>;

/** The arguments of a tool as the clause gives them; what is required and cannot be found is asked for. */
export function* fillArguments(clause: Clause, profile: ToolProfile, scene: Scene): Plan<Arguments | Missing> {
  const filled: Arguments = {};
  for (const parameter of inOrder(profile.parameters)) {
    const found = yield* fillOne(parameter, clause, profile, filled, scene);
    if (isMissing(found)) return found;
    if (found !== undefined) filled[parameter.name] = found;
  }
  return filled;
}

/**
 * What the text itself says comes first, so that nothing is looked up for a request that lacks something; then records,
 * and last records of records: `ticket_id` before `action_id`.
 */
function inOrder(parameters: readonly Parameter[]): Parameter[] {
  const rank = ({ refersTo, kind }: Parameter): number =>
    kind === 'object' ? 3 : refersTo === undefined ? 0 : refersTo.entity === undefined ? 2 : 1;
  return parameters.toSorted((a, b) => rank(a) - rank(b));
}

function* fillOne(
  parameter: Parameter,
  clause: Clause,
  profile: ToolProfile,
  filled: Arguments,
  scene: Scene,
): Plan<unknown> {
  if (parameter.refersTo !== undefined && parameter.choices.length === 0) {
    const found = yield* findReference(parameter, clause, profile, filled, scene);
    return found === undefined || isMissing(found) ? found : found.value;
  }
  if (parameter.kind === 'object') {
    const fields = fillFields(clause, profile, filled, scene);
    return fields === undefined && parameter.required ? { missing: askFor(parameter, profile) } : fields;
  }
  const value = readPlain(parameter, clause, profile, filled, scene);
  if (value !== undefined && value !== '') return value;
  if (!parameter.required) return undefined;
  if (value === '' && (parameter.longest === undefined || parameter.longest > 0) && isSearch(parameter)) return '';
  return { missing: askFor(parameter, profile) };
}

function readPlain(
  parameter: Parameter,
  clause: Clause,
  profile: ToolProfile,
  filled: Arguments,
  scene: Scene,
): unknown {
  const whole = clause.background === '' ? clause.text : `${clause.text}. ${clause.background}`;
  const { kind, choices } = parameter;
  if (kind === 'flag')
    return findFlag(hideQuoted(clause.text), parameter) ?? findFlag(hideQuoted(clause.background), parameter);
  if (kind === 'whole' || kind === 'number') return readNumber(parameter, whole, profile, filled, scene.now);
  if (kind === 'list') return readList(parameter, clause.text);
  if (choices.length > 0) {
    const named = findNamed(whole, parameter);
    return (named === undefined ? undefined : findChoice(named, choices)) ?? findChoice(whole, choices);
  }
  if (isMoment(parameter)) return findMoment(whole, parameter, scene.now);
  return readText(parameter, clause, profile, filled, scene);
}

function readNumber(
  parameter: Parameter,
  text: string,
  { parameters }: ToolProfile,
  filled: Arguments,
  now: number,
): number | undefined {
  const alike = parameters.filter(
    ({ kind, required, refersTo }) => required && refersTo === undefined && (kind === 'number' || kind === 'whole'),
  );
  // Such as the two terms of a sum: by their order.
  if (alike.length > 1 && alike.every(({ name }) => name.length < 3))
    return listNumbers(text)[alike.indexOf(parameter)];
  const found = findNumber(hideQuoted(text), parameter);
  if (found === undefined && isLone(parameter, parameters)) return findLoneNumber(text, now);
  return found !== undefined && !parameter.required && Object.values(filled).includes(found) ? undefined : found;
}

const paging = /^(?:page|limit|offset|size|max|per|count|top|first|skip|cursor|depth)$/;

/** The only number that a tool may be given, beside those that page. */
function isLone(parameter: Parameter, parameters: readonly Parameter[]): boolean {
  const isPlain = ({ kind, refersTo, words }: Parameter): boolean =>
    (kind === 'whole' || kind === 'number') &&
    refersTo === undefined &&
    !words.some((word) => paging.test(word) || isUnit.test(word));
  return isPlain(parameter) && parameters.filter(isPlain).length === 1;
}

const isUnit = /^(?:hours?|minutes?|seconds?|days?|duration)$/;

function readList(parameter: Parameter, text: string): unknown {
  const named = findNamed(text, parameter)
    ?.split(/\s*(?:,|;|\band\b)\s*/)
    .filter((each) => each !== '');
  if (parameter.choices.length > 0) {
    const chosen = parameter.choices.filter((choice) => findChoice(text, [choice]) !== undefined);
    return chosen.length > 0 ? chosen : undefined;
  }
  const numeric = parameter.items === 'number' || parameter.items === 'whole';
  const items = named ?? (parameter.required && !numeric ? findNames(text) : []);
  const values = numeric ? listNumbers(named?.join(' ') ?? text) : items;
  return values.length > 0 ? values : undefined;
}

const searchNames = /^(?:search|query|q|terms?|keywords?|find|question)$/;
const isSearch = ({ words }: Parameter): boolean => words.some((word) => searchNames.test(word));
const headings = /^(?:summary|subject|headline|title)$/;
const bodies =
  /^(?:description|details?|body|message|content|notes?|comment|text|reason|reply|symptoms?|memo|resolution|input|prompt|justification|explanation)$/;

function readText(
  parameter: Parameter,
  clause: Clause,
  profile: ToolProfile,
  filled: Arguments,
  scene: Scene,
): string | undefined {
  const { words, longest, required } = parameter;
  const last = words.at(-1) ?? '';
  if (isSearch(parameter)) return findSearched(clause, scene);
  if (last === 'type' && parameter.refersTo === undefined) return findTicketType(hideQuoted(clause.text));
  if (headings.test(last)) {
    const subject =
      findNamed(clause.text, parameter) ?? findSubject(clause.text) ?? (clause.background || clause.around || '');
    if (subject !== '') return asSummary(subject, longest);
    return required && profile.reads ? (findNames(hideQuoted(clause.text))[0] ?? findRest(clause, profile)) : undefined;
  }
  if (bodies.test(last)) return readBody(parameter, clause, profile, filled, scene);
  const address = isAddress(parameter)
    ? findEmails(clause.text).find((each) => !Object.values(filled).includes(each))
    : undefined;
  const found =
    address ??
    findText(clause.text, parameter) ??
    (clause.background === '' ? undefined : findText(clause.background, parameter));
  if (found !== undefined || !required) return found;
  const given = Object.values(filled).filter((value) => typeof value === 'string');
  const taken = new Set(
    [...profile.parameters.flatMap(({ choices }) => choices), ...given].map((each) => each.toLowerCase()),
  );
  const name = findNames(hideQuoted(clause.text)).find(
    (each) => !taken.has(each.toLowerCase()) && meaningOf(each).some((stem) => !profile.words.has(stem)),
  );
  if (name !== undefined) return name;
  const around = findNames(hideQuoted(clause.background)).find((each) => !taken.has(each.toLowerCase()));
  if (around !== undefined && parameter.words.some((word) => /^(?:name|employee|person|starter|leaver)$/.test(word)))
    return around;
  if (isPlace(parameter)) {
    const told = findNames(hideQuoted(`${clause.background}. ${clause.around ?? ''}`)).find(
      (each) => !taken.has(each.toLowerCase()),
    );
    const small = told ?? inSmall.exec(clause.text)?.[1];
    if (small !== undefined) return small;
  }
  const rest = isOnlyText(parameter, profile) ? findRest(clause, profile) : findLeftover(clause.text, profile, taken);
  return rest === undefined || isFit(rest, parameter) ? rest : undefined;
}

/** "Like in bradford tomorrow". */
const inSmall =
  /\bin (?!(?:the|an?|my|our|your|his|her|their|this|that|it|there|here|case|about|total|general)\b)(\p{L}[\p{L}'-]{2,})(?=[\s,.?!]|$)/u;

/** Several words are no name of a machine, and a word without a digit is no code. */
function isFit(value: string, { words }: Parameter): boolean {
  if (words.some((word) => /^(?:code|cent(?:re|er)|serial|sku|account|budget|tag|number)$/.test(word)))
    return /\d/.test(value);
  if (words.some((word) => /^(?:city|town|country)$/.test(word)) && /(?:\s+\S+){3}/.test(value)) return false;
  return !words.some((word) => /^(?:server|host|hostname|machine)$/.test(word)) || !/\s/.test(value);
}

const isAddress = ({ words, description }: Parameter): boolean =>
  words.includes('mailbox') || /\baddress of\b|\be-?mail address\b/i.test(description);

const isOnlyText = (parameter: Parameter, { parameters }: ToolProfile): boolean =>
  parameters.every((each) => each === parameter || !each.required || each.kind !== 'text');

/** A longer text: word for word where it is dictated, otherwise what the request tells of the matter. */
function readBody(
  parameter: Parameter,
  clause: Clause,
  profile: ToolProfile,
  filled: Arguments,
  scene: Scene,
): string | undefined {
  const { actions, parameters } = profile;
  const takesAction = parameters.some(({ refersTo }) => refersTo?.word === 'action');
  const said = findNoteTold(clause.background) ?? findDictated(clause.text);
  const isTaken =
    said !== undefined &&
    Object.values(filled).some((value) => typeof value === 'string' && value.toLowerCase() === said.toLowerCase());
  const dictated = said === undefined || onlyPlace.test(said) ? undefined : isTaken ? findSaidLater(clause.text) : said;
  if (dictated !== undefined && clause.actions[0] === 'time' && findDuration(dictated) !== undefined) {
    const work = findWork(dictated);
    if (work !== undefined) return sentence(work);
  }
  const creates = (actions.get('create') ?? 0) > 0.9;
  if (!creates) {
    if (dictated !== undefined) return sentence(dictated);
    if (!parameter.required) return takesAction || parameter.words.includes('reason') ? findReason(clause) : undefined;
    const isTime = clause.actions[0] === 'time';
    const own = isTime ? findWork(clause.text) : findSubject(clause.text);
    const subject =
      own !== undefined && /\p{L}{2}/u.test(own) && !onlyPlace.test(own)
        ? own
        : clause.background ||
          (findCarried(clause, scene) ?? clause.around ?? (isTime ? findNoteBefore(clause, scene) : undefined));
    if (subject !== undefined && subject !== '')
      return sentence(subject.replace(/^(?:ticket |incident )?#?\d{2,}\s*[:–-]\s+/i, ''));
    return isOnlyText(parameter, profile) && parameters.every(({ refersTo }) => refersTo === undefined)
      ? findRest(clause, profile)
      : undefined;
  }
  const subject = findSubject(clause.text);
  const beside = clause.background === '' && subject === undefined ? (clause.around ?? '') : clause.background;
  const told = [beside, ...(subject === undefined ? [] : [subject])].filter((text) => text !== '');
  return told.length === 0 ? undefined : told.map(sentence).join(' ');
}
