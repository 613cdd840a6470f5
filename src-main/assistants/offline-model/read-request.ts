import { type Action, readActions, readingActions } from './actions.ts';
import { mainEntity } from './entities.ts';
import { findDuration, findIds, hideQuoted } from './facts.ts';
import { findNameInSmall, joined } from './free-text.ts';
import { isForbidden, withoutForbidden } from './forbids.ts';
import { findPlace } from './memory.ts';
import { asksEitherWay, isCommand, plainRequest } from './plain-request.ts';
import { correctInline } from './correct-inline.ts';
import { type Intent, likelihood, readIntents, shareTold, sureAction } from './intents.ts';
import { readMail } from './read-mail.ts';
import { type Condition, splitCondition } from './split-condition.ts';
import { splitSentence, splitSentences } from './split-message.ts';
import { anyVerb } from './verbs.ts';

/** One thing that was asked for. */
export interface Clause {
  readonly text: string;
  readonly actions: readonly Action[];
  /** The same by its words alone. */
  readonly worded: readonly Action[];
  /** What it may ask for, going by examples. */
  readonly intents: readonly Intent[];
  /** What was told beside it, such as what is broken. */
  readonly background: string;
  /** What the whole message tells, for want of anything said beside it. */
  readonly around?: string;
  /** It is a question: nothing is to be changed. */
  readonly isQuestion: boolean;
  /** It only says how things are: what helps is to be found. */
  readonly tellsOnly: boolean;
  /** It is to be done only if this holds. */
  readonly condition?: Condition;
  /** It is said of it that it is not to be done. */
  readonly isForbidden?: boolean;
}

export function plainClause(text: string): Clause {
  const intents = readIntents(hideQuoted(text));
  const isList = findNameInSmall(text) !== undefined || wholeList.test(text);
  const worded: readonly Action[] = isList ? ['find'] : readWanted(text);
  const asksOnly = /^(?:who|what|which|when|where|why)\b/i.test(text);
  const actions = isList ? worded : withSure(worded, intents, asksOnly);
  return { text, actions, worded, intents, background: '', isQuestion: false, tellsOnly: false };
}

/** The clause, known to want just this. */
const wanting = (clause: Clause, actions: readonly Action[]): Clause => ({
  ...clause,
  actions,
  worded: actions,
  intents: [],
});

const wholeList =
  /\b(?:list|overview) of (?:(?:all|the|our|every) )*(?:clients|customers|users|people|sites|assets|devices|services|articles)\b/i;

/** Of these the examples know nothing. */
const unlearned: ReadonlySet<Action> = new Set(['remove', 'draft']);

/** What examples tell for sure comes first. What is found and what is read are told apart by words. */
function withSure(worded: readonly Action[], intents: readonly Intent[], asksOnly: boolean): readonly Action[] {
  const action = sureAction(intents);
  if (action === undefined || (action === 'find' && worded[0] === 'request')) return worded;
  if (asksOnly && !readingActions.has(action)) return worded;
  if (worded[0] !== undefined && unlearned.has(worded[0])) return worded;
  if (action === 'find' && worded[0] === 'read' && intents[0]?.entity !== 'ticket') return worded;
  return [action, ...worded.filter((each) => each !== action)];
}

/** What is wanted; of several things that are named to have them found, of one to have it read, where nothing says more. */
function readWanted(text: string): Action[] {
  const hidden = hideQuoted(text);
  const all = readActions(hidden);
  // "Restart it, its time service has hung" wants nothing read.
  const actions = all[0] === 'read' && isCommand(text) && !beginsWithAction(hidden) ? all.slice(1) : all;
  const [leading] = actions;
  if (leading !== undefined && leading !== 'read') return actions;
  if (findIds(hidden).length > 0 || findPlace(hidden) !== undefined)
    return leading === undefined && !isCommand(text) ? ['read'] : actions;
  const isListed =
    (leading === 'read' || !isCommand(text)) &&
    (listed.test(hidden) || (leading === undefined && mainEntity(hidden)?.sure === true));
  return isListed ? ['find', ...actions] : actions;
}

const beginsWithAction = (text: string): boolean =>
  readActions(/^(?:[^\s,;:]+ ?){0,4}/.exec(text)?.[0] ?? '').length > 0;

const listed =
  /\b(?:tickets|incidents|cases|articles|assets|users|clients|customers|sites|services|laptops|computers|printers|servers|devices|phones|monitors|people|queue|overview)\b/i;

/** "Do the following:" asks for nothing by itself. */
const announcing =
  /^(?:\p{L}+ ){1,3}here$|^i(?:'ll| will) (?:give|send|tell|provide|share) (?:you )?(?:with )?(?:the )?(?:details|rest|more|particulars|information)\b.*$|^(?:do |i need |here(?:'s| is) )?(?:the following|these (?:things|steps)|(?:two|three|four|a few|some|several) things|this|(?:just |only )?an? (?:quick )?(?:search|look|lookup|question))(?: things| steps| for me)?\s*[:?]?$/iu;
/** Asks for help with what was told, and says nothing of it. */
const helpless =
  /^(?:what (?:should|can|do|could|must|shall) (?:i|we) do|how (?:do|can|could|should) (?:i|we) (?:fix|solve|resolve) (?:it|this|that)|(?:do you have )?any (?:ideas?|advice|suggestions|help|tips|clue)|(?:anyone |somebody |someone )?(?:help|assist)|(?:sort|fix|solve) (?:it|this|that)|what now|ideas)(?: me| us| out)?(?: now| please| about (?:it|this|that)| with (?:this|that|it))*[?!. ]*$/i;
/** "We need it by Friday", of what was just asked for. */
const needsIt =
  /^(?:we|i|he|she|they|the \w+) (?:will )?(?:needs?|wants?|would like|has to have|must have) (?:it|this|that|them)\b/i;
/** Says how the answer is to be, or what is not to be in it: it asks for nothing more. */
const refining =
  /^(?:please )?(?:(?:leave|miss|skip|omit|exclude|filter|ignore|drop) (?:out )?(?:the |any(?:thing)? |all |whatever |those |ones )*(?:\w+ )?(?:that (?:is|are|has|have) )?(?:\w+ )?(?:closed|resolved|old|finished|done)\b.*|(?:i )?(?:don't|do not) (?:want|need|include|show)(?: me)? (?:the |any |any of the )?(?:closed|resolved|old)\b.*|not (?:against|on|for|to|in) (?:any|a|the)\b.*|(?:an? )?(?:\w+ ){0,7}(?:is|are|will be|would be) (?:enough|fine|sufficient|plenty|all i need)\b.*|(?:just |only )?(?:the )?(?:names?|numbers?|headlines?|summary|short answer|gist)(?: is| are)? (?:enough|only|will do)\b.*|.{0,40}\bwill do\b)$/i;
/** "No, wait.": what was asked for just before is not wanted. */
const takenBack =
  /^(?:no,? )?(?:wait|hold on|scratch that|forget that|cancel that|strike that|never ?mind(?: that)?|not that)[.!, ]*$/i;
const questions =
  /^(?:who|whom|whose|what|which|where|when|how|why|is|are|do(?! (?:an?|the|it|this|that|some)\b)|does|did|has|have|was|were|am|any)\b/i;
const askingCommand =
  /^(?:check|see|find out|tell me|let me know|verify|confirm|look(?: up)?)\b.{0,20}\b(?:if|whether|who|what|which|when|where|how)\b/i;

/** A message taken apart into what it asks for, in order. */
export function readRequest(message: string): Clause[] {
  const { request, told } = readMail(message);
  const clauses: Clause[] = [];
  let background: string[] = [];
  for (const sentence of splitSentences(correctInline(request))) {
    const { condition, rest } = splitCondition(sentence, clauses.at(-1)?.text);
    let wasAskedBefore = false;
    for (const part of splitSentence(rest)) {
      const own = condition === undefined ? splitCondition(part, clauses.at(-1)?.text) : { condition, rest: part };
      const plain = plainRequest(own.rest);
      const { text: said, asks } = plain;
      const wasAsked = plain.wasAsked || (wasAskedBefore && isCommand(said));
      wasAskedBefore ||= plain.wasAsked;
      const text = isForbidden(said) ? said : withoutForbidden(said);
      if (takenBack.test(text)) clauses.pop();
      if (text === '' || announcing.test(text) || takenBack.test(text)) continue;
      if (background.length > 0 && helpless.test(text)) {
        clauses.push({ ...wanting(plainClause(background.join('. ')), ['find']), isQuestion: true, tellsOnly: true });
        background = [];
        continue;
      }
      const base: Clause = { ...plainClause(text), ...(own.condition !== undefined && { condition: own.condition }) };
      const before = clauses.at(-1);
      if (refining.test(text)) background.push(text);
      else if (isForbidden(text)) clauses.push({ ...base, isForbidden: true });
      else if (/^[#\s]*\d+[?!.]*$/.test(text)) clauses.push(wanting(base, ['read']));
      else if (before !== undefined && /^(?:private |internal |public )?(?:note|comment)s?\s*:/i.test(text))
        clauses.push(wanting(base, ['note']));
      else if (text.endsWith('?') && asksEitherWay.test(text))
        clauses.push({ ...wanting(base, ['read']), background: background.join('. '), isQuestion: true });
      else if (before !== undefined && needsIt.test(text) && !/\?/.test(part)) background.push(text);
      else if (before?.actions[0] === 'create' && aboutThem.test(text) && !/\?/.test(part)) background.push(text);
      else if (!asks && !wasAsked && isStatement(base)) background.push(text);
      else {
        const isQuestion = questions.test(text) || askingCommand.test(text) || /\?\s*$/.test(part);
        const action = sureAction(base.intents);
        const changes = action !== undefined && !readingActions.has(action);
        clauses.push({
          ...base,
          background: background.join('. '),
          isQuestion: !changes && (asks || (isQuestion && !wasAsked)),
        });
        background = [];
      }
    }
  }
  const all = withPersons(withNeeds(withBackground(clauses, background.join('. '), told, message)));
  const around = joined(...all.map((clause) => clause.background));
  return around === '' ? all : all.map((clause) => (clause.background === '' ? { ...clause, around } : clause));
}

/** What is told after the last request, or brought along, belongs to it. */
function withBackground(clauses: readonly Clause[], rest: string, told: string, message: string): Clause[] {
  const last = clauses.findLastIndex(({ isForbidden: forbidden }) => forbidden !== true);
  if (last >= 0)
    return clauses.map((clause, place) =>
      place === last ? { ...clause, background: joined(clause.background, rest, told) } : clause,
    );
  const only = joined(rest, told);
  if (only === '' || (clauses.length > 0 && told === '')) return [...clauses];
  const tellsOnly = ownTelling.test(only) || told !== '';
  const clause = plainClause(only);
  return [
    ...clauses,
    {
      ...(findIds(only).length > 0 ? wanting(clause, ['read']) : tellsOnly ? wanting(clause, ['find']) : clause),
      isQuestion: /\?\s*$/.test(message),
      tellsOnly,
    },
  ];
}

/** "I need a monitor, what does the catalogue offer?" is one question. */
function withNeeds(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause, place) => {
    const [next, before] = [clauses[place + 1], clauses[place - 1]];
    if (isNeed(clause) && next !== undefined && place === 0 && next.actions[0] !== 'request') return [];
    const need =
      place === 1 && before !== undefined && isNeed(before) && clause.actions[0] !== 'request' ? before : undefined;
    if (need === undefined) return [clause];
    return [{ ...clause, background: joined(need.background, need.text, clause.background) }];
  });
}

/** "Find ruth ledger and show her record": who is spoken of as "her" is a person. */
function withPersons(clauses: readonly Clause[]): Clause[] {
  return clauses.map((clause, place) => {
    const next = clauses[place + 1];
    const name = /^(?:find|look up|search(?: for)?|get|show(?: me)?) (\p{L}+ \p{L}+)$/iu.exec(clause.text)?.[1];
    if (name === undefined || next === undefined || mainEntity(clause.text) !== undefined) return clause;
    if (!/\b(?:her|his|him|she|he)\b/i.test(next.text)) return clause;
    return { ...wanting(clause, ['find']), text: `find user ${name}` };
  });
}

const isNeed = ({ text, actions }: Clause): boolean => actions[0] === 'request' && ownTelling.test(text);

const ownTelling =
  /^(?:i|i'm|i've|we|we've|my|our|the|this|it|he|she|they|his|her|their|there|since|somebody|someone|a user|users?|one of|an? (?:client|customer|colleague|user|lady|man|guy|person|woman|caller|manager|director)|another|both|two of|some of|many|several)\b/i;
const tellingActions = new Set<Action>(['who', 'request', 'time', 'assign', 'match']);
/** "She needs it by Monday", said of whoever a ticket was just to be logged for. */
const aboutThem = /^(?:he|she|they)(?:'s|'re)? \w/i;
const somebodySaid =
  /^\p{Lu}\p{L}+ \p{Lu}.{0,80}?\b(?:called|rang|phoned|wrote|reports?|reported|says|said|is on the (?:line|phone))\b/u;
const toolHint = /^use (?:the |your )?[\w-]+(?: [\w-]+)? (?:tool|function)(?: for (?:this|that|it))?[.! ]*$/i;

const told =
  /^(?:we|i)(?:'ve| have)(?: got)? (?:an? |another |some |two )?(?:[\w-]+ ){1,4}(?:coming up|tomorrow|today|tonight|on \w+day|next (?:week|month)|this (?:week|morning|afternoon))\b|^there(?:'s| is| must be| should be) (?:an?|one)\b.{0,40}\bsomewhere\b|^(?:i'm|i am|we're|we are) (?:travelling|traveling|going|driving|off|heading|visiting|flying|leaving)\b/i;
const ofOthers = /^(?:he|she|they|it|his|her|their|its)\b/i;

/** Examples tell that it asks for something. What is broken is told in the same words, be a ticket asked for or not. */
function asksSurely(text: string, intents: readonly Intent[]): boolean {
  const action = likelihood(intents) > 0.8 ? sureAction(intents) : undefined;
  return action !== undefined && action !== 'create' && !(readingActions.has(action) && ofOthers.test(text));
}

/** "For 2881 book a visit". */
const onTicket = new RegExp(
  `^(?:for|on|with|in) (?:ticket |incident )?#?\\d{2,},?\\s+(?:please )?(?:${anyVerb})\\b`,
  'i',
);

/** It tells how things are, or how to go about it, and asks for nothing. */
function isStatement({ text, worded: actions, intents }: Clause): boolean {
  if (onTicket.test(text)) return false;
  if (toolHint.test(text) || (somebodySaid.test(text) && !isCommand(text))) return true;
  if (shareTold(intents) > 0.7 && !isCommand(text)) return true;
  if (told.test(text) && !/\?\s*$/.test(text)) return true;
  if (asksSurely(text, intents)) return false;
  if (isCommand(text) || questions.test(text) || /^(?:i|we)(?:'d| would)? (?:\w+ )?(?:need|want|like)\b/i.test(text))
    return false;
  if (findPlace(text) !== undefined && text.split(/\s+/).length < 6) return false;
  if (actions.some((action) => tellingActions.has(action) && !(action === 'time' && findDuration(text) === undefined)))
    return false;
  if (
    /^(?:my|all)\b(?!.*\b(?:is|are|was|has|have|keeps?|won't|doesn't|can't|does|went|got|stopped)\b)/i.test(text) &&
    actions[0] === 'find' &&
    text.split(/\s+/).length < 7
  )
    return false;
  if (/^(?:tickets?|incidents?|cases?|articles?|assets?|#)?\s*#?\d+\b/i.test(text))
    return (
      /^\D{0,12}\d+\s*[:–-]\s+\S+ \S+/.test(text) && actions.every((action) => action === 'read') && !/\?/.test(text)
    );
  if (actions.every((action) => action === 'read')) return true;
  return ownTelling.test(text) && !/\b(?:please|can you|could you)\b/i.test(text);
}
