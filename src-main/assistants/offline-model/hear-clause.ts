import type { Action } from './actions.ts';
import { type Entity, readEntities } from './entities.ts';
import { findDuration, findEmails, findIds, findNames, hideQuoted, type NamedId } from './facts.ts';
import { findDictated, findTopic } from './free-text.ts';
import { isSurelyOwn } from './intents.ts';
import { findMeant, type Meant, own, pointing, pointsAt } from './meant-entity.ts';
import type { Clause } from './read-request.ts';
import { listNumbers } from './read-value.ts';
import { meaningOf } from './words.ts';

/** What there is to be told of a clause, whichever tool it is held against. */
export interface Heard {
  readonly clause: Clause;
  /** What was spoken of before. */
  readonly lastEntity: Entity | undefined;
  /** Without what was quoted. */
  readonly text: string;
  readonly stems: readonly string[];
  readonly backgroundStems: readonly string[];
  /** What is said first, where that may be the name of a tool. */
  readonly verb: string | undefined;
  readonly isOwn: boolean;
  /** What is wanted by its words alone, and what is wanted going by examples as well. */
  readonly readings: { readonly worded: Reading; readonly learned: Reading };
  readonly isGrouped: boolean;
  readonly ids: readonly NamedId[];
  readonly isPointing: boolean;
  readonly kinds: ReadonlySet<Entity>;
  readonly isAbout: boolean;
  readonly hasTopic: boolean;
  /** What a tool without an argument for words would leave out. */
  readonly topicStems: readonly string[];
  readonly isOfSomebody: boolean;
  readonly isTimed: boolean;
  readonly hasEmail: boolean;
  readonly hasName: boolean;
  readonly isDictated: boolean;
  readonly numbers: number;
}

/** What is taken to be wanted. */
export interface Reading {
  readonly actions: readonly Action[];
  readonly meant: Meant | undefined;
  readonly isOwn: boolean;
}

/** Takes in a clause once, for all the tools. */
export function hearClause(clause: Clause, lastEntity: Entity | undefined): Heard {
  const { text: whole } = clause;
  const background = clause.background === '' && pointing.test(whole) ? (clause.around ?? '') : clause.background;
  const text = hideQuoted(whole);
  const dictated = findDictated(whole);
  // What is to be written down says nothing of what is to be done.
  const asked = clause.actions[0] === 'note' && dictated !== undefined ? text.replace(dictated, ' ') : text;
  const said = findIds(whole);
  const ids = said.length > 0 || !pointing.test(text) ? said : findIds(hideQuoted(background));
  const topic = findTopic(whole);
  const meant = findMeant(text, clause, lastEntity);
  const kinds = [...readEntities(whole), ...(meant === undefined ? [] : [meant])];
  const isOwn =
    ids.length === 0 &&
    own.test(text.replace(/\bfor (?:me|us)\W*$|(?<=\b(?:it|this|that|them|\d) )for (?:me|us)\b/i, ''));
  const learned: Reading = {
    actions: clause.actions,
    meant,
    isOwn: isOwn || (ids.length === 0 && isSurelyOwn(clause.intents)),
  };
  const byWords = { ...clause, actions: clause.worded, intents: [] };
  const worded: Reading = { actions: clause.worded, meant: findMeant(text, byWords, lastEntity), isOwn };
  return {
    ...{ clause, lastEntity, text, ids, readings: { worded, learned } },
    stems: meaningOf(withoutAddresses(asked).replace(genericLead, '')).slice(0, 40),
    backgroundStems: meaningOf(withoutAddresses(background)).slice(0, 20),
    verb: findVerb(text, clause),
    isOwn: learned.isOwn,
    isGrouped: groupedBy.test(text),
    isPointing: ids.length === 0 && pointsAt(whole, lastEntity),
    kinds: new Set(kinds.map(({ entity }) => entity)),
    isAbout: /\b(?:about|regarding|concerning|mentioning|containing|related to)\b/i.test(whole),
    hasTopic: topic !== '',
    topicStems: meaningOf(topic.replaceAll(noTopic, ' ')),
    isOfSomebody: /\b(?:for|about|on|of|with) (?:it|this|that|her|him|them)\b|\b(?:she|he|they|her|his|their)\b/i.test(
      whole,
    ),
    isTimed: findDuration(whole) !== undefined,
    hasEmail: findEmails(whole).length > 0,
    hasName: findNames(whole).length > 0,
    isDictated: dictated !== undefined,
    numbers: listNumbers(whole).length,
  };
}

const withoutAddresses = (text: string): string => text.replaceAll(/(?<!\S)\S+@\S+|https?:\S+/g, ' ');
const genericLead =
  /^(?:show|open|find|search|get|list|read|look|tell|give|see|view|display|fetch|pull|check)\b(?: up| me| us)?/i;
const groupedBy =
  /\b(?:per|by|each|every)\s+(?:team|agent|client|customer|category|type|priority|status|site|month|week|day|user|department|location)s?\b/i;
const noTopic =
  /\b(?:number|count|total|amount|provide|per|each|every|overview|report|figures?|between|since|until|from|last|this|next|past|days?|weeks?|months?|quarters?|years?|today|yesterday|january|february|march|april|may|june|july|august|september|october|november|december|\w*day|\d+(?:st|nd|rd|th)?|please|run|see|current(?:ly)?|status|breakdown|i|me)\b/gi;

const genericVerbs =
  /^(?:take|apply|accept|order|request|show|get|give|tell|find|search|look|list|see|view|read|open|check|fetch|pull|display|add|create|make|log|raise|put|set|do|use|run|have|need|want|new|my|all|any|ticket|tickets|article|articles|asset|user|users|client|site|incident|what|which|who|note|notes|the|a|an|i|we|for|on)$/i;

/** The stem of a verb that is no action known here: "classify 12". */
function findVerb(text: string, { actions, isQuestion, tellsOnly }: Clause): string | undefined {
  const [leading] = actions;
  if (leading !== undefined && leading !== 'read' && leading !== 'change' && leading !== 'find' && leading !== 'send')
    return undefined;
  const first = /^\p{L}+/u.exec(text)?.[0] ?? '';
  return isQuestion || tellsOnly || genericVerbs.test(first) ? undefined : meaningOf(first)[0];
}
