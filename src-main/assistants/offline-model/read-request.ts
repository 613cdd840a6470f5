import { type Action, readActions } from './actions.ts';
import { hideQuoted } from './facts.ts';

/** One thing that was asked for. */
export interface Clause {
  readonly text: string;
  readonly actions: readonly Action[];
  /** What was told beside it, such as what is broken. */
  readonly background: string;
  /** It is a question: nothing is to be changed. */
  readonly isQuestion: boolean;
  /** It only says how things are: what helps is to be found. */
  readonly tellsOnly: boolean;
}

const plain = { background: '', isQuestion: false, tellsOnly: false };

const commands =
  '(?:please |also |finally |afterwards |then |(?:can|could|would|will) you )*(?:log|raise|create|open|submit|file|report|make|register|add|write|leave|put|append|post|record|attach|find|search|look|list|show|get|read|display|view|fetch|give|tell|summari[sz]e|describe|assign|reassign|take|grab|claim|close|resolve|mark|complete|finish|reply|respond|answer|send|book|track|apply|accept|escalate|approve|reject|reopen|cancel|update|change|set|move|check|run|execute|reset|restart|reboot|do|place|sum|calculate|convert|pull|hand|order|request|delete|remove|translate|draft|notify|call|use|let me know|what|who|when|where|how|is there|are there)';
const referring =
  /\b(?:it|them|this one|that one|(?:this|that|the)(?: \w+)? (?:ticket|incident|request|case|user|asset|article)|to me|ticket #?\d+|#\d+|\d+(?:[.,]\d+)? ?(?:hours?|minutes?|mins?|h)\b|(?:half )?an hour|note|comment|article|articles|similar)\b/i;
const joints = new RegExp(
  `(?:\\s*[,;]\\s*|\\s+)(?:and then|and also|then|and|afterwards|after that)[,]?\\s+(?=${commands}\\b)|\\s*[,;]\\s+(?=${commands}\\b)`,
  'gi',
);
const polite =
  /^(?:(?:hi|hello|hey|pls|plz|ok|okay|good (?:morning|afternoon)|thanks|and|then|also|first|now|next|finally|please|kindly|just|quickly|so|after that|afterwards)[,!]?\s+|(?:can|could|would|will) you (?:please |also |kindly )?|(?:i|we)(?:'d| would) like you to |i (?:want|need) you to |i(?:'d| would) like to |(?:i|we) (?:want|need|have) to |let'?s |go ahead and |help me (?:to )?|you (?:should|may|can) )+/i;
const questions = /^(?:who|what|which|where|when|how|why|is|are|do|does|did|has|have|was|were|am|any)\b/i;
/** Where a free text begins, which is not taken apart any more unless what follows clearly speaks of the ticket. */
const textBegins =
  /\b(?:saying|to say|says|stating|that reads|with (?:the|a) (?:text|note|comment|message|reply))\b|:\s/i;

/** A message taken apart into what it asks for, in order. */
export function readRequest(message: string): Clause[] {
  const clauses: Clause[] = [];
  let background: string[] = [];
  for (const sentence of splitSentences(message)) {
    for (const part of splitSentence(sentence)) {
      const text = part.replace(polite, '').trim();
      if (text === '') continue;
      const actions = readActions(hideQuoted(text));
      const isQuestion = questions.test(text) || /\?\s*$/.test(part);
      if (/^[#\s]*\d+[?!.]*$/.test(text)) clauses.push({ ...plain, text, actions: ['read'] });
      else if (isStatement(text, actions)) background.push(text);
      else {
        const wasAsked = /^(?:can|could|would|will) you\b/i.test(part.trim());
        clauses.push({
          text,
          actions,
          background: background.join('. '),
          isQuestion: isQuestion && !wasAsked,
          tellsOnly: false,
        });
        background = [];
      }
    }
  }
  const rest = background.join('. ');
  const last = clauses.at(-1);
  if (last !== undefined && rest !== '') {
    clauses[clauses.length - 1] = {
      ...last,
      background: [last.background, rest].filter((each) => each !== '').join('. '),
    };
  } else if (last === undefined && rest !== '') {
    const tellsOnly = ownTelling.test(rest);
    clauses.push({
      text: rest,
      actions: tellsOnly ? ['find'] : readActions(hideQuoted(rest)),
      background: '',
      isQuestion: /\?\s*$/.test(message),
      tellsOnly,
    });
  }
  return withNeeds(clauses);
}

/** "I need a monitor, what does the catalogue offer?" is one question. */
function withNeeds(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause, place) => {
    const [next, before] = [clauses[place + 1], clauses[place - 1]];
    if (isNeed(clause) && next !== undefined && place === 0 && next.actions[0] !== 'request') return [];
    const need =
      place === 1 && before !== undefined && isNeed(before) && clause.actions[0] !== 'request' ? before : undefined;
    if (need === undefined) return [clause];
    return [
      {
        ...clause,
        background: [need.background, need.text, clause.background].filter((each) => each !== '').join('. '),
      },
    ];
  });
}

const isNeed = ({ text, actions }: Clause): boolean => actions[0] === 'request' && ownTelling.test(text);

const imperative = new RegExp(`^${commands}\\b`, 'i');
const ownTelling =
  /^(?:i|we|my|our|the|this|it|he|she|they|his|her|their|there|since|somebody|someone|a user|users?)\b/i;

/** It tells how things are, or how to go about it, and asks for nothing. */
function isStatement(text: string, actions: readonly Action[]): boolean {
  if (/^use (?:the |your )?[\w-]+(?: [\w-]+)? (?:tool|function)\b/i.test(text)) return true;
  if (imperative.test(text) || questions.test(text)) return false;
  if (
    actions.some(
      (action) =>
        action === 'who' || action === 'request' || action === 'time' || action === 'assign' || action === 'match',
    )
  )
    return false;
  if (/^(?:my|all)\b/i.test(text) && actions[0] === 'find' && text.split(/\s+/).length < 7) return false;
  if (actions.every((action) => action === 'read')) return true;
  return ownTelling.test(text) && !/\b(?:please|can you|could you)\b/i.test(text);
}

/** Dots within numbers, names of files and quoted text end no sentence. */
function splitSentences(message: string): string[] {
  const hidden = hideQuoted(message);
  const sentences: string[] = [];
  let from = 0;
  for (const end of hidden.matchAll(/[.!?]+(?=\s|$)|\n+/g)) {
    if (/\b(?:e\.g|i\.e|no|nr|mr|mrs|ms|dr|etc|approx)$/i.test(hidden.slice(from, end.index))) continue;
    sentences.push(message.slice(from, end.index + end[0].length).trim());
    from = end.index + end[0].length;
  }
  sentences.push(message.slice(from).trim());
  return sentences.filter((sentence) => sentence !== '');
}

function splitSentence(sentence: string): string[] {
  const hidden = hideQuoted(sentence);
  const parts: string[] = [];
  let from = 0;
  for (const joint of hidden.matchAll(joints)) {
    const [before, after] = [hidden.slice(from, joint.index), hidden.slice(joint.index + joint[0].length)];
    const isFree = textBegins.test(before) && !/[·]["”'’]?\s*$/.test(before);
    if (isFree && !referring.test(after.slice(0, 60))) continue;
    // "Who logged it, and which client are they from" is one question.
    if (
      /^(?:who|what|when|where|how|which)\b.*\b(?:they|it|its|their|he|she)\b/i.test(after) &&
      questions.test(before.replace(polite, ''))
    )
      continue;
    const said = before.replace(polite, '');
    if (readActions(said).length === 0 && !ownTelling.test(said) && !imperative.test(said)) continue;
    parts.push(sentence.slice(from, joint.index));
    from = joint.index + joint[0].length;
  }
  parts.push(sentence.slice(from));
  return parts.map((part) => part.replace(/[.!\s]+$/, (end) => (end.includes('?') ? end : '')));
}
