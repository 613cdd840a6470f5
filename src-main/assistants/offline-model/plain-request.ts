import { anyParticiple, anyVerb, verbOfGerund, verbOfParticiple } from './verbs.ts';

/** What was said, without what only makes it polite. */
export interface PlainRequest {
  readonly text: string;
  /** It was asked of the assistant to do it: no question, whatever it ends with. */
  readonly wasAsked: boolean;
  /** It asks whether or what something is, though it does not begin like a question. */
  readonly asks: boolean;
}

const you = '(?:you|u|someone|somebody|anyone|anybody|one of you)';
const softly =
  '(?:please |also |kindly |just |possibly |maybe |perhaps |quickly |then |be able to |be so kind (?:as )?to |be kind enough to |go ahead and |manage to |try to |help me (?:to )?)*';
const leads: readonly { readonly pattern: RegExp; readonly asked?: true; readonly asks?: true }[] = [
  {
    pattern:
      /^(?:hi|hiya|hello|hey|heya|dear|yo|morning|afternoon|good (?:morning|afternoon|evening|day))(?:[, ]+(?:there|all|team|everyone|everybody|folks|mate|guys|again|support|desk|bot|colleagues?|dear|me again|friend|pal|buddy|chief|boss|folks|lads|you))*\s*(?:[,!.:–—-]+\s*|\s+(?=\S))/i,
  },
  {
    pattern:
      /^(?:ok(?:ay)?|right|alright|all right|so|well|oh(?: (?:gosh|dear|no))?|ah|um|hm+|gosh|great|perfect|cool|nice(?: one)?|lovely|brilliant|champion|aye|sweet|super|excellent|yo|yes|yeah|yep|sure|thanks|thank you|ta|and|but|then|also|first(?:ly)?|second(?:ly)?|third(?:ly)?|next|now|finally|lastly|please|kindly|just|only|simply|quickly|actually|basically|anyway|btw|by the way|after that|afterwards|once that is done|haha|lol|quick(?: one| question)?|before (?:i|we) (?:begin|start|go on)|me again|for me|excuse me|sorry to bother(?: you)?|my (?:request|question|ask) is|(?:step )?\d{1,2}[.)](?=\s)|[-*•–—](?=\s))(?:\s*[,:!.–—-]+\s*|\s+)(?=\S)/i,
  },
  {
    pattern:
      /^(?:when(?:ever)? (?:you(?:'ve| have)? )?(?:get|have|got|find)?\s?(?:a |the |some )?(?:chance|moment|minute|time|sec|second)s?|if (?:you )?(?:can|could|would|possible|it'?s possible|you don'?t mind|you please|you have (?:a )?(?:moment|time|minute|chance)|you get a chance|it'?s not too much trouble|(?:that'?s|it'?s) ok(?:ay)?)(?: please)?|as soon as (?:you can|possible)|asap|for (?:now|today|the record))\s*[,:]?\s+(?=\S)/i,
  },
  {
    pattern: new RegExp(
      `^(?:(?:can|could|would|will|may|might) ${you}|can'?t you|couldn'?t you|won'?t you|why (?:don'?t|not)(?: you)?|you (?:could ?n'?t|can'?t|couldn'?t)(?= .*\\byou\\b)|(?:(?:is|would) it|would that) be possible (?:for (?:you|me|us) )?(?:to|that you)|(?:is it|it is|it's) possible (?:for (?:you|me|us) )?to|do you think (?:that )?you (?:can|could)|(?:is there )?any chance (?:that )?(?:you|i|we) (?:can|could|might)|(?:could|can|may|might) i (?:ask|trouble|bother|request) you to|(?:i )?(?:ask|beg|request) you to)\\s+${softly}`,
      'i',
    ),
    asked: true,
  },
  {
    pattern:
      /^(?:i (?:was|am|'m)? ?(?:just )?(?:wonder(?:ed|ing)?|hoping|hoped|thinking)|i wonder)(?: (?:if|whether|that))? (?:you (?:can|could|would|might)(?: be able to)?|to) /i,
    asked: true,
  },
  {
    pattern:
      /^(?:i|we)(?:'d| would| should| will|'ll)? (?:really |very much |greatly |also |just )?(?:like|love|want|need|wish|prefer|appreciate it|appreciate|be (?:very |most |so )?(?:grateful|glad|thankful|happy|obliged|pleased)) (?:it )?(?:(?:for )?you to|if you (?:can|could|would|might)|if (?:somebody|someone) (?:can|could|would))(?: please| kindly)? /i,
    asked: true,
  },
  {
    pattern:
      /^(?:it would|it'?d|would it) be (?:really |very |so )?(?:great|nice|good|lovely|helpful|useful|awesome|amazing|fantastic|super|kind)(?: of you)? (?:if (?:you|we|somebody|someone|anybody)(?: (?:can|could|would|might))?|to) /i,
    asked: true,
  },
  {
    pattern:
      /^(?:(?:would|do) you mind|mind|how about(?: you)?|what about|any chance of|is there any chance of|i(?:'d| would) appreciate (?:you )?|thanks? (?:you )?for)\s+(?=[a-z]+ing\b)/i,
    asked: true,
  },
  {
    pattern:
      /^(?:(?:please )?(?:be so kind (?:as )?(?:to|and)|feel free to|make sure (?:to|(?:that )?you)|be sure to|remember to|don'?t (?:forget|hesitate) to|do not (?:forget|hesitate) to|try (?:to|and)|go ahead and|do me a favou?r and|i (?:will )?need you (?:to )?(?=put|do|add|show|log|find|take|close)|let'?s|let us|help me (?:to |with )?|you (?:should|may|can|must|need to|have to|might want to)|your (?:task|job) is to|the (?:task|idea) is to))\s+(?!you\b|not\b|n[o']t\b)/i,
    asked: true,
  },
  {
    pattern:
      /^(?:i(?:'m| am)?|we(?:'re| are)?) ?(?:just |really |also |only )*(?:(?:'d|would) (?:like|love|want|need)|(?:looking|trying|wanting|hoping|going|keen|about|here) (?:for )?|want(?:ed)?|need(?:ed)?|wish|have(?: got)?|(?:could|can) (?:really )?do with (?:you )?|(?:'d|would) be (?:interested|curious|keen|glad|happy|pleased))\s*to (?:be able to )?/i,
  },
  {
    pattern:
      /^(?:(?:i'?d|i would|i|we) (?:be )?(?:interested|curious|keen)|(?:i'?m|i am) (?:interested|curious|wondering|asking myself|not sure|unsure)|i wonder(?:ed)?|i was wondering|i ask myself|(?:do|would) you (?:happen to )?(?:know|remember|recall)|(?:any|got any|have you any) idea|(?:to )?know)(?: about)?[,:]? (?=(?:if|whether|who|whom|whose|what|which|when|where|why|how)\b)/i,
    asks: true,
  },
  {
    pattern:
      /^(?:(?:the|my|our|this|a|one of our) )?[\w-]+(?: [\w-]+)? (?:wants|needs|would like|is asking|asks|asked|keeps asking|is wondering|wonders|wanted)(?: me| us)?(?: to know| to find out| about)? (?=(?:how many|how much|who|what|which|when|where|whether|if)\b)/i,
    asks: true,
  },
  { pattern: /^be (?:a |an |so )?\w+(?: \w+)? (?:and|as to|enough to|to) /i, asked: true },
  {
    pattern:
      /^how (?:do|can|could) (?:i|we) (?:find out|see|know|tell|check|look up) (?=(?:which|what|who|how many|whether|if|where)\b)/i,
    asks: true,
  },
  {
    pattern:
      /^(?:give|tell|show|get) (?:me|us) (?:an? )?(?:sense|idea|feeling|impression|clue) (?:of|about) (?=how|what|who|which)/i,
    asks: true,
  },
  {
    pattern:
      /^(?:(?:if|whether) )(?=(?:there|we|i|anyone|anybody|somebody|someone|it|the|this|ticket|#?\d|our|my)\b[^,]*\?$)/i,
    asks: true,
  },
];

const gerundFirst = /^([a-z]+ing)\b/i;
const until = '[^,.;:!?"“]{1,60}?';
const passives: readonly RegExp[] = [
  new RegExp(
    `^(?:have|get|i (?:want|need|would like|'d like)|i'd like|we (?:want|need)|see that|make sure(?: that)?|let)\\s+(?!to\\b)(${until})\\s+(?:(?:is|are|gets?|be|to be|been)\\s+)?(${anyParticiple})\\b`,
    'i',
  ),
  new RegExp(
    `^(${until})\\s+(?:(?:really |also |still )?(?:needs?|has|have|ought|wants?) to (?:get|be)|(?:should|must|can|could|may|shall) (?:now |please |also )?(?:get|be))\\s+(${anyParticiple})\\b`,
    'i',
  ),
  new RegExp(
    `^(?:can|could|may|might|should|shall|would|will)\\s+(${until})\\s+(?:please )?(?:get|be)\\s+(${anyParticiple})\\b`,
    'i',
  ),
];
const subject =
  /^(?:(?:the|that|this|my|our|an? (?:new )?(?:ticket|incident|request|case|call)|ticket|tickets|incident|case|both|it|them|asset|server|user|#)\b|#?\d|[\p{Lu}][\w.-]*\d)/iu;

/** "Raise a ticket for him, would you?" */
const tag =
  /,?\s+(?:would|could|will|can|won't|couldn't|can't) you(?:,? please)?\s*\?*$|,\s+(?:eh|innit|yeah|right|ok|okay)\s*\?+$/i;

/** A request without its politeness, as a command where it is one: "would you mind closing 12?" is "close 12?". */
export function plainRequest(said: string): PlainRequest {
  // "You couldn't close it, could you?" is read as a whole.
  let text = /^you\b/i.test(said.trim()) ? said.trim() : said.trim().replace(tag, '');
  let [wasAsked, asks] = [text !== said.trim() && isCommand(text), false];
  for (let rounds = 0; rounds < 12; rounds += 1) {
    const lead = leads.find(({ pattern }) => pattern.test(text));
    if (lead === undefined) break;
    const rest = text.replace(lead.pattern, '');
    if (rest === '' || rest === text) break;
    text = rest;
    wasAsked ||= lead.asked === true;
    asks ||= lead.asks === true;
  }
  const gerund = gerundFirst.exec(text)?.[1];
  const verb = gerund === undefined ? undefined : verbOfGerund(gerund);
  if (verb !== undefined && gerund !== undefined) text = verb + text.slice(gerund.length);
  const active = asActive(text);
  if (active !== undefined) return { text: active, wasAsked: true, asks: false };
  return {
    text: asks
      ? asQuestion(text)
      : text
          .replace(wish, 'show me the ')
          .replace(/^(?:(?:i|we)(?:'m| am|'re| are)? )?(?:looking|searching) for /i, 'find ')
          .replace(
            /\s+in (?:one|a|two|a few|three) (?:short |brief |plain )?(?:sentences?|words|lines?|paragraphs?)(?=[,.]|$)/i,
            '',
          )
          .replace(
            /^have a (?:quick |good |proper )?(?:read|look|gander|peek|glance) (?:of|at|through|over|into) /i,
            'read ',
          )
          .replace(/^take (?:me|us) to /i, 'open ')
          .replace(/^(give|show|tell|send|bring|explain|list) to (me|us) /i, '$1 $2 '),
    wasAsked,
    asks,
  };
}

/** "I'd like an overview of ..." */
const wish =
  /^(?:know |(?:i|we)(?:'d| would| could| do)? ?(?:really |just )?(?:like|love|need|want|do with|be glad of|appreciate|am after|are after)\s+(?:to (?:see|have|get) )?)(?:an? |the |some |all )?(?=(?:\w+ )?(?:name|e-?mail|phone|address|owner|agent|date|contents?|text|requester|conversation|overview|list|details?|status|info(?:rmation)?|history|rundown|summary|figures?|numbers?|count|breakdown|report|update|state|progress)\b)/i;

/** "Can it be closed, or is something missing?" */
export const asksEitherWay =
  /^(?:can|could|may|should|will|would)\b.*[,;]?\s+or (?:is|are|was|has|have|do|does|did|will|would|should|must|not\b)/i;

/** "Could 12 be closed", "have 12 closed" and "12 needs to be closed" are "close 12". */
function asActive(text: string): string | undefined {
  if (asksEitherWay.test(text)) return undefined;
  for (const passive of passives) {
    const [all = '', what = '', participle = ''] = passive.exec(text) ?? [];
    const verb = verbOfParticiple(participle);
    if (verb !== undefined && subject.test(what) && !/^(?:the|that|this|my)\b.*\b(?:that|which|who)\b/i.test(what))
      return `${verb} ${what}${text.slice(all.length)}`;
  }
  return undefined;
}

const asQuestion = (text: string): string =>
  text
    .replace(/^(?:if|whether)\s+/i, '')
    .replace(/^there (is|are|was|were)\b/i, '$1 there')
    .replace(/^(we|you|i) have\b/i, 'do $1 have');

/** Whether it begins with a verb of command. */
const command = new RegExp(`^(?:${anyVerb})\\b`, 'i');
export const isCommand = (text: string): boolean => command.test(text);
