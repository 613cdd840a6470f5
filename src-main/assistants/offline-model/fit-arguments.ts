import { isMoment, findChoice } from './read-value.ts';
import type { Heard } from './hear-clause.ts';
import type { Parameter } from './parameters.ts';
import { findShaped } from './shapes.ts';
import type { ToolProfile } from './tool-profile.ts';

interface Weights {
  readonly argument: number;
  readonly unusedId: number;
  readonly searched: number;
  readonly shaped: number;
  readonly choice: number;
  readonly choiceTo: number;
  readonly notCarried: number;
  readonly recordNotSaid: number;
}

/** Whether what is at hand is what the tool takes. */
export function fitArguments(heard: Heard, profile: ToolProfile, weights: Weights): number {
  const { parameters } = profile;
  const { text } = heard.clause;
  let fit = fitRecords(heard, parameters, weights);
  const says = (pattern: RegExp): boolean => parameters.some(({ words }) => words.some((word) => pattern.test(word)));
  const searches = parameters.find(({ words }) => words.some((word) => /^(?:search|query|q|keywords?)$/.test(word)));
  if (heard.ids.length === 0 && heard.isAbout) fit += searches === undefined ? 0 : weights.searched;
  else if (searches?.required === true && !heard.hasTopic) fit += weights.unusedId;
  if (heard.isTimed && says(/^(?:hours?|minutes?|duration|seconds|time)$/)) fit += 0.5;
  const wantsAddress = parameters.some(({ words, required }) => required && words.includes('email'));
  if (heard.hasEmail) fit += says(/email/) ? 0.3 : 0;
  else if (wantsAddress && !heard.hasName) fit -= 0.4;
  if (heard.isDictated) fit += says(/^(?:note|text|message|comment|description|body|reply|search|query)$/) ? 0.3 : -0.1;
  if (parameters.some((each) => each.required && each.kind === 'text' && findShaped(text, each) !== undefined))
    fit += weights.shaped;
  if (parameters.some(({ choices }) => choices.length > 1 && findChoice(text, choices) !== undefined))
    fit += weights.choice;
  if (parameters.some(({ choices, required }) => required && choices.some((choice) => isTarget(text, choice))))
    fit += weights.choiceTo;
  // Such as the two terms of a sum.
  const terms = parameters.filter(
    ({ kind, required, refersTo }) => required && refersTo === undefined && (kind === 'number' || kind === 'whole'),
  );
  if (terms.length > 1 && heard.numbers >= terms.length) fit += weights.shaped;
  if (isNotCarried(heard, profile)) fit += weights.notCarried;
  return fit;
}

/** "Into French". */
const isTarget = (text: string, choice: string): boolean =>
  /^\p{L}+$/u.test(choice) && new RegExp(`\\b(?:in|into|to) ${choice}\\b`, 'i').test(text);

/** Whether the records that are named are what the tool is for. */
function fitRecords(
  { ids, isPointing, lastEntity, kinds }: Heard,
  parameters: readonly Parameter[],
  weights: Weights,
): number {
  const takes = parameters.filter(({ refersTo, kind }) => refersTo !== undefined && kind !== 'text');
  // A number of which nothing is said is a ticket's, or that of what was spoken of before.
  const plain = lastEntity === 'article' || lastEntity === 'asset' ? lastEntity : 'ticket';
  const isUsable = ids.some(({ entity }) =>
    takes.some(({ refersTo }) => refersTo?.entity === undefined || refersTo.entity === (entity ?? plain)),
  );
  const needs = takes.filter(({ refersTo, required }) => required && refersTo?.entity !== undefined);
  const isPointedAt = isPointing && needs.some(({ refersTo }) => refersTo?.entity === lastEntity);
  const said = ids.length === 0 ? 0 : isUsable ? weights.argument : weights.unusedId;
  const isNamed = needs.some(({ refersTo }) => refersTo?.entity !== undefined && kinds.has(refersTo.entity));
  const lacks = needs.some(({ refersTo }) => refersTo?.many !== true) && !isUsable && !isPointing && !isNamed;
  return said + (isPointedAt ? weights.argument : 0) + (lacks ? weights.recordNotSaid : 0);
}

/** It is about something that the tool has no argument for. */
function isNotCarried(
  { clause, isOwn, isOfSomebody, topicStems }: Heard,
  { parameters, words, reads, listsOwn }: ToolProfile,
): boolean {
  if (clause.actions[0] === 'who' || !reads || (listsOwn && isOwn) || parameters.some(carries)) return false;
  return isOfSomebody || topicStems.some((stem) => !words.has(stem));
}

const carries = (parameter: Parameter): boolean =>
  parameter.refersTo !== undefined ||
  parameter.kind === 'object' ||
  parameter.kind === 'list' ||
  (parameter.kind === 'text' && !isMoment(parameter));
