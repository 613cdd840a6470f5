import type { Entity } from './entities.ts';
import { findIds, hideQuoted } from './facts.ts';
import { findDictated } from './free-text.ts';
import type { Intent } from './intents.ts';
import { isCommand } from './plain-request.ts';
import type { Clause } from './read-request.ts';
import { findStep, type Step } from './steps.ts';

/** Steps with words that hardly mean anything else. */
const telling: ReadonlySet<Step | undefined> = new Set<Step>([
  ...(['reopen', 'resume', 'reject', 'approve', 'supplier', 'hold', 'escalate', 'giveBack'] as const),
  ...(['falseAlarm', 'acknowledge', 'cancel', 'sendBack'] as const),
]);
const reading =
  /^(?:show|open|read|see|check|tell|find|search|list|look|get|give|view|display|summari[sz]e|explain|describe|compare|log|raise|create|ask|who|what|which|why|when|how)\b/i;

/** On the ticket that was spoken of last. */
const isVisit = /^(?:schedule|book|plan|arrange) (?:an?|the|another) (?:\w+ )?(?:visit|appointment|engineer|slot)\b/i;
/** Somebody else is to be asked, not the desk. */
const asksSomebody = /\b[Aa]sk (?:\p{Lu}\p{L}+|him|her|them|the (?:user|requester|customer|caller))\b/u;

const stepOnTicket: Intent = { share: 1, action: 'change', entity: 'ticket', isOwn: false, tells: false };

/** A clause that asks for a step on a ticket in words that would otherwise tell little: "2932 is approved from my side". */
export function hearStep(clause: Clause, last: Entity | undefined): Clause {
  const [leading] = clause.actions;
  if (clause.isQuestion || (leading !== undefined && leading !== 'read' && leading !== 'note' && leading !== 'match'))
    return clause;
  const head = clause.text.replace(findDictated(clause.text) ?? '', '');
  const step = findStep(head);
  const follows = last === 'ticket' && isCommand(head) && isVisit.test(head);
  const isNamed =
    follows || findIds(hideQuoted(head)).length > 0 || (isCommand(head) && /\b(?:it|this|that)\b/i.test(head));
  const isTold = follows || telling.has(step) || (step === 'ask' && asksSomebody.test(head));
  if (!isTold || !isNamed || (reading.test(head) && step !== 'reopen' && step !== 'ask')) return clause;
  if (leading === 'note' && !isCommand(head)) return clause;
  const actions = ['change', ...clause.actions.filter((action) => action !== 'note')] as const;
  return { ...clause, actions, worded: actions, intents: [stepOnTicket] };
}
