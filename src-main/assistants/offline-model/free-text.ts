import { findEmails, findNames, findQuoted } from './facts.ts';
import { isCommand } from './plain-request.ts';

const ticketNoun = '(?:ticket|incident|case|call|issue|request|change|problem|question|fault)';
const starters: readonly RegExp[] = [
  /\b(?:saying|to say|that says|which says|stating|that reads|reading|telling (?:them|him|her|us)|with (?:the|a|this) (?:text|note|comment|message|reply|reason|remark|explanation|justification|words|description|resolution)(?: that| saying)?|note that|noting that|remarking that|explaining that|on the grounds that|(?:them|him|her|user|requester|customer|it|ticket|desk|#?\d{2,}) that)\b[:,]?\s+(?:that\s+)?/i,
  /:\s+/,
  /\b(?:add|put|leave|write)(?: an?| the)? (?:private |public |internal )?(?:note|comment)s?(?: (?:on|to|in) (?:it|this|(?:ticket )?#?\d+))?,?\s+(?!(?:to|on|in|for|about|there|here|please|from|into|of|and|at|as|that|it)\b)(?=\p{L}+ \p{L}+)/iu,
  /\b(?:tell|inform|notify|announce|remember|mention|write|say|state|record|document|put|note|leave|add|post)\b[^.:"“]{0,60}?\bthat\s+/i,
];
const aboutStarters: readonly RegExp[] = [
  /\b(?:because|about|regarding|concerning|describing|mentioning|titled|called|entitled|with (?:the )?(?:summary|subject|title))\b[:,]?\s+/i,
  new RegExp(`\\b${ticketNoun}\\b.*?\\b(?:that|where)\\s+`, 'i'),
  /,\s+(?:as|since|seeing that)\s+(?=(?:the|my|our|an?|his|her|their|its|this|that|it|i|we|he|she|they|\p{Lu})\b)/u,
  /^report (?:that )?/i,
  new RegExp(`\\b${ticketNoun}\\b(?: for (?:me|us))? to\\s+`, 'i'),
  /\s[-–—]\s/,
  /\bfor\s+(?!me\b|us\b|him\b|her\b|it\b)/i,
  /\bon\s+/i,
];

/** What somebody wants written down, word for word: what is quoted, or what follows "saying" or a colon. */
export function findDictated(text: string): string | undefined {
  const [quoted] = findQuoted(text).toSorted((a, b) => b.length - a.length);
  const named = quoted === undefined ? undefined : after(text, noteStarters);
  if (named !== undefined && findQuoted(named).length === 0) return named;
  if (quoted !== undefined) return quoted.trim();
  return after(text, starters);
}

/** What the note says, where something else was quoted: "resolve it as "Fixed" with a note that ...". */
const noteStarters: readonly RegExp[] = [
  /\b(?:notes?|comment|text|message|remark|reply|explanation|words)(?:\s+(?:should|must|has to|ought to|to|can))?\s+(?:say|says|saying|read|reads|reading|be|is)?\s*(?:that|:)\s+/i,
  /\b(?:notes?|comment|text|message|remark|reply)(?:\s+(?:should|must|has to|to))?\s+(?:say|saying|read|reading)s?:?\s+/i,
  /\b(?:notes?|comment|text|message|remark|reply)\s*:\s+/i,
];

/** What is told, behind a request, that a note says: "The note should say that ...". */
export const findNoteTold = (background: string): string | undefined =>
  /\b(?:note|comment|text|message)\b/i.test(background) ? after(background, noteStarters) : undefined;

/** Says where something is to be written, not what. */
export const onlyPlace =
  /^(?:(?:in|on|to|at|as|an?|notes?|comments?|down|into|there|it|this|that|the|ticket|incident|case|history|please|of|for|that|you|did|it|so|what|found|done|have|been|was)\b\s*|#?\d+\s*)+[.!]?$/i;

/** What is to be said beside what was quoted: "and say that ...". */
export const findSaidLater = (text: string): string | undefined =>
  /\b(?:say|saying|tell(?:ing)? (?:him|her|them)|write|body|text|message)\b[:,]?\s+(?:that\s+)?([^"“]+)$/i
    .exec(text)?.[1]
    ?.trim();

/** What a new ticket or a note is about. */
export function findSubject(text: string): string | undefined {
  const dictated = findDictated(text);
  if (dictated !== undefined) return dictated;
  const told = forSomebody.exec(text)?.[1];
  if (told !== undefined) return told.trim();
  const rest = text.replace(whoseBeforeWhat, '');
  for (const starter of aboutStarters) {
    const found = after(rest, [starter]);
    // "for Anna" says whose it is.
    if (found !== undefined && !isOnlySomebody(found)) return found.replace(/^(?:an?|the)\s+(?=\S)/i, '');
  }
  return undefined;
}

/** "For Sara Lopez, her screen is black": what is told after whose it is. */
const forSomebody =
  /\b(?:for|on behalf of|in the name of)\s+(?:me|us|myself|him|her|them|(?:the|this|that) user|\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*)(?:\s+(?:at|from|in|of)\s+(?:the\s+)?\p{L}[\p{L}'’&-]+(?:\s+[\p{Lu}&][\p{L}'’-]*)*)?(?:,? (?:then|please|now|too|as well))?\s*[,:–—-]\s*(?:please\s*[,:–—-]\s*)?(\S.+)$/u;
/** "For Sara Lopez for a new badge": whose it is says nothing of what it is. */
const whoseBeforeWhat =
  /\s(?:for|on behalf of|from)\s+(?:\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*|[^\s@]{1,64}@[^\s@,;:]+)(?=\s+(?:for|because|about|as|regarding|to|concerning)\s)/u;

function isOnlySomebody(text: string): boolean {
  const [first = ''] = [...findNames(text), ...findEmails(text)];
  return first !== '' && text.startsWith(first) && text.length < first.length + 4;
}

function after(text: string, starters_: readonly RegExp[]): string | undefined {
  for (const starter of starters_) {
    const match = starter.exec(text);
    if (match === null) continue;
    const rest = text.slice(match.index + match[0].length).trim();
    if (rest !== '') return rest;
  }
  return undefined;
}

const howTo =
  /^(?:.*?\b)?(?:how (?:do|can|does|should|would) (?:i|we|you|one|users?|somebody|someone|people)|how to|(?:guide|instructions|article|documentation|manual|steps) (?:on|for|about) how to)\s+/i;
const searchStarters: readonly RegExp[] = [
  /\b(?:about|regarding|concerning|mentioning|containing|related to|to do with|matching|named|called|(?:sur|first |last |family )?name(?: is| being)|with the (?:name|words?|tag|serial(?: number)?|number))\s+/i,
  /^(?:search|look|looking|searching|check|query)\b.*?\bfor\s+/i,
  /\b(?:tickets?|incidents?|cases?|articles?|guides?|documentation|docs|faqs?|instructions|fix|solution|workaround|services?|knowledge base|kb|catalogue|catalog|details|information|info)\s+(?:for|on|from|of|by|at|in|covering|which|that|where|to)\s+(?!me\b)/i,
  /\b(?:assets?|devices?|users?|people|person|employees?|clients?|customers?|compan(?:y|ies)|organi[sz]ations?|sites?|locations?|offices?|laptops?|computers?|printers?|phones?|monitors?|servers?)\s+(?:for|from|of|by|at|in|belonging to|assigned to|used by|owned by|with)\s+/i,
  /\b(?:need|want|require|order|request|get me|would like|can (?:i|we) have)\s+(?:to (?:order|request|have|get)\s+)?/i,
];
const commandWords =
  /^(?:(?:please|find|dig(?: out| up)?|summari[sz]e|describe|explain|hunt(?: for| down)?|retrieve|identify|locate|search|look(?:ing)?(?: up| for)?|list|show|get|give|tell|fetch|display|check|browse|open|read|view|see|pull up|is|are|there|do|does|we|have|has|which|what|who|any|all|me|us|my|our|the|an?|every|about|for|in|on|of|details|info(?:rmation)?|record|up|know|of|to|if|whether|offers?|provides?|contains?|includes?|existing|open|closed|unresolved|active|current|whole|complete|entire|full|presently|currently|list|latest|recent|newest|known|how many)\s+)+/i;
const kinds =
  /\b(?:how-?tos?|docs|tickets?|incidents?|cases?|articles?|knowledge(?: base)?|kb|assets?|devices?|users?|clients?|customers?|sites?|service catalogue|services?|catalogue|catalog)\b/gi;
const trailing =
  /\s*(?:\b(?:in|on|from|using) (?:the |our )?(?:knowledge base|kb|service catalogue|catalogue|catalog|service desk|system|desk|halo)|\b(?:please|for me|to me|thanks|thank you)|\b(?:are|is) (?:there|open|still open|we have)|\bdo we have|\b(?:that |which )?we have(?: on record| registered| in stock)?|\bon record|\bthat (?:are|is) (?:still )?open|\bexist(?:s|ing)?|(?:\s*[,(]\s*|\s+)(?:but )?(?:not|excluding|without|except|including|include|incl\.?|also|only|just)(?: the)? (?:closed|resolved|open|old|solved|current)(?: ones| tickets| items)?(?: too| as well)?\)?|\b(?:closed|open|old) (?:ones|tickets)(?: too| as well| only)?|[, ]+if (?:any|there (?:is|are) any|possible)|\bor not|\b(?:recently|lately|right now|at the moment|currently|these days|this autumn|today|so far|at all|again)|\b(?:we look after|we manage|we own|we support|out there|in total|altogether|overall|exactly)|\b(?:can|could) (?:i|we) (?:request|order|have|get)|[?.!,])\s*$/i;

/** "Which laptop does Anna Smith have" is about her. */
const ownerOf =
  /\b(?:does|do|did|has|have|is|are)\s+((?:\p{Lu}[\p{L}'’-]+)(?:\s+\p{Lu}[\p{L}'’-]+)*)\s+(?:have|own|use|using|got|get|raised?|logged?|reported?|opened?|submitted?|sit|sits|work|works|belong|based|located|open)\b/iu;

/** "Which department is Anna Smith in": what is asked is no word to search for. */
const asksOf =
  /^(?:which|what|where|who)\b.{0,30}\b(?:department|team|role|job|title|phone|number|extension|e-?mail|address|manager|site|office|company|client|boss|details)\b/i;

const nameInSmall =
  /^(?:what(?:'s| is| are)|who(?:'s| is)|where(?:'s| is))\s+(?!(?:the|an?|my|our|your|his|her|its|their|this|that|on|in|at|going|working|handling|dealing|not|new|next|up)\b)(\p{Ll}{2,} \p{Ll}{3,}?)(?:['’]?s\s+(?:phone|number|telephone|e-?mail|extension|mobile|job|role|manager|address|contact|details)\b|\s*(?:,|\?|$))/u;

/** Whose name is asked about in small letters: "what's iona adeyemis phone number". */
export const findNameInSmall = (text: string): string | undefined => nameInSmall.exec(text)?.[1];

/** The words to search for; an empty text when it names none. */
export function findTopic(text: string): string {
  const [quoted] = findQuoted(text);
  if (quoted !== undefined) return quoted;
  const [email] = findEmails(text);
  if (email !== undefined) return email;
  const plain = trimEnd(text.replace(aside, ''));
  const small = findNameInSmall(plain);
  if (small !== undefined) return small;
  const asked = howTo.exec(plain);
  if (asked !== null) return plain.slice(asked[0].length).replace(/^(?:my|our|the|an?)\s+/i, '');
  const owner = ownerOf.exec(plain)?.[1];
  if (
    owner !== undefined &&
    !/^(?:you|we|i|it|there|they|this|that|any\w*|some\w*|other|the|an?|my|our|all|these|those|users?|people)\b/i.test(
      owner,
    )
  )
    return owner.replace(/\s+(?:got|currently|still)$/i, '');
  for (const starter of searchStarters) {
    const match = starter.exec(plain);
    if (match === null) continue;
    const rest = withoutArticle(plain.slice(match.index + match[0].length));
    const whose = findWhose(plain.slice(0, match.index));
    if (rest.replaceAll(kinds, '').trim() !== '') return `${whose} ${trimTopic(rest)}`.trim();
  }
  const person = asksOf.test(plain) ? findNames(plain).find((name) => /\s/.test(name)) : undefined;
  if (person !== undefined) return person;
  return trimTopic(plain.replace(commandWords, '').replaceAll(kinds, ' ').replaceAll(/\s+/g, ' ').trim());
}

/** Whose records they are, where it is said before what they are about; otherwise an empty text. */
function findWhose(text: string): string {
  const [name = ''] = findNames(text);
  if (
    /\s/.test(name) &&
    /^['’]s (?:\w+ )?(?:ticket|incident|case|request|call)/i.test(text.slice(text.indexOf(name) + name.length))
  )
    return name;
  return /\b(?:from|of|by|for)\s+$/i.test(text.slice(0, text.indexOf(name))) ? name : '';
}

/** "Clients, I can never name them all". */
const aside = /,\s+(?:i|we|he|she|they|it|because|since|so|thanks|please|need|just)\b.*$/i;

const withoutArticle = (text: string): string =>
  text
    .replace(
      /^(?:(?:tickets?|articles?|users?|clients?|assets?|sites?|an?|the|my|our|any|some|called|named|about|for)\s+)+(?=\S)/i,
      '',
    )
    .trim();

/** What says nothing is short, so only the end is looked at: anew for each, over a long text, takes for ever. */
function trimEnd(text: string): string {
  let [before, trimmed] = ['', text.trim()];
  while (before !== trimmed) {
    before = trimmed;
    trimmed = (before.slice(0, -100) + before.slice(-100).replace(trailing, '')).trimEnd();
  }
  return trimmed;
}

function trimTopic(text: string): string {
  const possessive = text.replace(/^(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)['’]s$/u, '$1');
  const without = trimEnd(
    withoutArticle(possessive).replace(/\s+(?:in|among|from|of|for|on|at)(?: the| our)?$/i, ''),
  ).replace(/\s+(?:has|have|had|uses?|is using|works? (?:at|for)|belongs to|got)$/i, '');
  return /^(?:me|us|i|all|open|any|it|them|everything|there|have|do|does)$/i.test(without) ? '' : without;
}

/** Texts one after the other, as sentences; those that say nothing are left out. */
export const joined = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('. ');

/** As a heading: begins with a capital letter, and is cut between words where it is too long. */
export function asSummary(text: string, longest: number | undefined): string {
  const line = text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.;,:]+$/, '');
  const headed = line.charAt(0).toUpperCase() + line.slice(1);
  if (longest === undefined || headed.length <= longest) return headed;
  const cut = headed.slice(0, longest + 1);
  const space = cut.lastIndexOf(' ');
  return (space > longest / 2 ? cut.slice(0, space) : headed.slice(0, longest)).replace(/[\s.;,:-]+$/, '');
}

/** As a sentence: begins with a capital letter and ends with a stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  const headed = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(headed) ? headed : `${headed}.`;
}

/** "Ask the user which network she is on": what is to be asked. */
const asked =
  /\b(?:[Aa]sk|[Tt]ell|[Ii]nform|[Rr]emind|[Ee]-?mail|[Pp]hone)\b.{0,30}?(?:\b(?:user|him|her|them|requester|customer|caller|back)|\b\p{Lu}[\p{L}'’-]+)(?: (?:of|on|in|for) (?:ticket |incident )?#?\d+)?,?\s+((?:to|that|about|if|whether|which|what|when|where|how|for|who|why)\s.+)$/u;
/** Where a reason is told beside a step: "because ...", or what is to be said with it. */
const givesReason =
  /(?:,\s*|\s)(?:because|since|due to|owing to|given that|seeing that|as (?=it|the|he|she|they|we|i|there|this|that|its|nobody|no\b)|the reason(?: is|:)|reason:|and (?:say|tell (?:him|her|them)|explain|mention|write)(?: that)?)\s+(.+)$/i;
/** "The visit was called off, so cancel it". */
const reasonFirst = /^([^,;]*[^,;\s])[,;]?\s+(?:so|therefore|hence|thus)\s+(?=\S)/i;
/** What follows the step without saying why. */
const noReason =
  /^(?:(?:please|pls|thanks?|thank you|cheers|ta|asap|for me|if (?:possible|you (?:can|would|please)|that'?s (?:ok|okay|alright|all right))|would you|will you|can you|could you|now|today|when you can)\b[\s,.!?]*)+$/i;

/** Why something is done to a record: "because ...", what follows a comma, or what was told beside it. */
export function findReason({
  text,
  background,
  around = '',
}: {
  readonly text: string;
  readonly background: string;
  readonly around?: string;
}): string | undefined {
  const told =
    asked.exec(text)?.[1] ??
    givesReason.exec(text)?.[1] ??
    findBeside(text) ??
    /\s((?:until|till|while|pending|awaiting|waiting for)\s+\S.+)$/i.exec(text)?.[1] ??
    reasonFirst.exec(text)?.[1] ??
    [background, around].find((each) => each !== '') ??
    /\.\s+(\S.+)$/.exec(text)?.[1];
  return told === undefined ? undefined : sentence(told);
}

/** What is told after the step, behind a comma or a dash. */
function findBeside(text: string): string | undefined {
  const at = /[,;](?=\s)|\s[–—-]+(?=\s)/.exec(text);
  const rest = at === null ? '' : text.slice(at.index + at[0].length).trim();
  if (!/\S\s+\S/.test(rest) || isCommand(rest) || /^so\b/i.test(rest) || noReason.test(rest)) return undefined;
  return rest;
}
