import { findDictated, findSubject, findTopic, asSummary } from './free-text.ts';
import { findDuration, findNames, hideQuoted } from './facts.ts';
import { findReference } from './find-reference.ts';
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
  listNumbers,
} from './read-value.ts';
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
  const rank = ({ refersTo }: Parameter): number =>
    refersTo === undefined ? 0 : refersTo.entity === undefined ? 2 : 1;
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
  if (kind === 'whole' || kind === 'number') return readNumber(parameter, whole, profile, filled);
  if (kind === 'list') return readList(parameter, clause.text);
  if (kind === 'object') return undefined;
  if (choices.length > 0) {
    const named = findNamed(whole, parameter);
    return (named === undefined ? undefined : findChoice(named, choices)) ?? findChoice(whole, choices);
  }
  if (isMoment(parameter)) return findMoment(whole, parameter, scene.now);
  return readText(parameter, clause, profile);
}

function readNumber(
  parameter: Parameter,
  text: string,
  { parameters }: ToolProfile,
  filled: Arguments,
): number | undefined {
  const alike = parameters.filter(
    ({ kind, required, refersTo }) => required && refersTo === undefined && (kind === 'number' || kind === 'whole'),
  );
  // Such as the two terms of a sum: by their order.
  if (alike.length > 1 && alike.every(({ name }) => name.length < 3))
    return listNumbers(text)[alike.indexOf(parameter)];
  const found = findNumber(hideQuoted(text), parameter);
  return found !== undefined && !parameter.required && Object.values(filled).includes(found) ? undefined : found;
}

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
const isNeeded = /\b(?:need|want|require|like)s?\b/i;
const headings = /^(?:summary|subject|headline|title)$/;
const bodies =
  /^(?:description|details?|body|message|content|notes?|comment|text|reason|reply|symptoms?|memo|resolution|input|prompt|justification|explanation)$/;

function readText(parameter: Parameter, clause: Clause, profile: ToolProfile): string | undefined {
  const { words, longest, required } = parameter;
  const last = words.at(-1) ?? '';
  if (isSearch(parameter))
    return (isNeeded.test(clause.background) ? findTopic(clause.background) : '') || findTopic(clause.text);
  if (last === 'type' && parameter.refersTo === undefined) return findTicketType(hideQuoted(clause.text));
  if (headings.test(last)) {
    const subject = findNamed(clause.text, parameter) ?? findSubject(clause.text) ?? clause.background;
    return subject === '' ? undefined : asSummary(subject, longest);
  }
  if (bodies.test(last)) return readBody(parameter, clause, profile);
  const found =
    findText(clause.text, parameter) ?? (clause.background === '' ? undefined : findText(clause.background, parameter));
  if (found !== undefined || !required) return found;
  const taken = new Set(profile.parameters.flatMap(({ choices }) => choices.map((each) => each.toLowerCase())));
  const name = findNames(clause.text).find((each) => !taken.has(each.toLowerCase()));
  return name ?? (isOnlyText(parameter, profile) ? findRest(clause, profile) : undefined);
}

const isOnlyText = (parameter: Parameter, { parameters }: ToolProfile): boolean =>
  parameters.every((each) => each === parameter || !each.required || each.kind !== 'text');

/** What the request says beside what the tool is called. */
function findRest({ text }: Clause, { words }: ToolProfile): string | undefined {
  const rest = findSubject(text) ?? findTopic(text);
  return meaningOf(rest).some((stem) => !words.has(stem)) ? rest : undefined;
}

/** A longer text: word for word where it is dictated, otherwise what the request tells of the matter. */
function readBody(parameter: Parameter, clause: Clause, { actions }: ToolProfile): string | undefined {
  const dictated = findDictated(clause.text);
  const creates = (actions.get('create') ?? 0) > 0.9;
  if (!creates) {
    if (dictated !== undefined) return sentence(dictated);
    if (!parameter.required) return undefined;
    const isTime = clause.actions[0] === 'time';
    const subject = (isTime ? findWork(clause.text) : findSubject(clause.text)) ?? clause.background;
    return subject === '' ? undefined : sentence(subject);
  }
  const subject = findSubject(clause.text);
  const told = [clause.background, ...(subject === undefined ? [] : [subject])].filter((text) => text !== '');
  return told.length === 0 ? undefined : told.map(sentence).join(' ');
}

/** What time was spent on: "for replacing the fan", or what is left without the time and the ticket. */
function findWork(text: string): string | undefined {
  const work =
    /\b(?:for|doing|spent (?:on )?|working on|because of|on)\s+((?:[\p{L}]+ing\b|the |a |my |our )[^,;]*?)(?=\s+(?:on|to|against|in) (?:ticket|incident|#|it\b|this|that)|[.;,]|$)/iu.exec(
      text,
    )?.[1];
  if (work !== undefined && !ticketOrSheet.test(work)) return work;
  const left = text
    .replace(findDuration(text)?.said ?? '', ' ')
    .replaceAll(
      /\b(?:on|to|against|for|in|of)?\s*(?:the |my |this |that )?(?:ticket|incident|case|timesheet|time sheet|it\b)(?:\s+(?:number|no\.?|id))?\s*#?\d*/gi,
      ' ',
    )
    .replaceAll(/(?:\b(?:on|to|against|for)\s*)?#?\b\d{3,}\b/g, ' ')
    .replace(
      /^\s*(?:i(?:'ve| have)? )?(?:please )?(?:log|book|add|put|record|enter|track|register|spent|spend|worked|did|charge)\b/i,
      ' ',
    )
    .replaceAll(/\b(?:please|pls|thanks|thank you)\b/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,;:-]*(?:(?:of|for|on|to|time|work|doing|and|working on|spent)\b[\s,;:-]*)*/gi, '')
    .trim();
  return left === '' ? undefined : left;
}

const ticketOrSheet = /^(?:the |a |my )?(?:ticket|incident|time ?sheet)\b/i;

function sentence(text: string): string {
  const trimmed = text.trim();
  const headed = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(headed) ? headed : `${headed}.`;
}

function askFor(parameter: Parameter, { tool }: ToolProfile): string {
  const name = parameter.words.join(' ');
  const choices = parameter.choices.length === 0 ? '' : ` It can be: ${parameter.choices.slice(0, 20).join(', ')}.`;
  const more = parameter.description === '' ? '' : ` (${parameter.description.split(/(?<=\.)\s/, 1)[0] ?? ''})`;
  return `What is the ${name}${more}? I need it for “${tool.title ?? tool.name}”.${choices}`;
}
