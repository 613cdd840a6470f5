/** What somebody wants done, or a tool does, as far as that can be told from its words. */
export type Action = (typeof patterns)[number][0];

const duration =
  '(?:\\d{1,2}h\\d{2}\\b|(?!am\\b)(?:\\d{1,6}(?:[.,:]\\d{1,6})?|an?|half an?|one|two|three|four|five|six|seven|eight|ten|fifteen|twenty|thirty|forty|forty-five|ninety)' +
  '[\\s-]*(?:hours?|hrs?|h|minutes?|mins?|m|quarters?)\\b)';
const ticketNoun = '(?:ticket|incident|case|call|issue|fault|service request|request|change|problem|question)';
const determiner = '(?:an?|another|the following|new|this|that|it|my)';

/** In order: the first that a request matches is what it is about. */
const patterns = [
  [
    'draft',
    /\b(?:draft|compose|write|prepare|formulate|suggest)s?\b.{0,25}\b(?:reply|answer|response|e-?mail text|text for)\b/,
  ],
  [
    'send',
    /\b(?:send|post|write|shoot|drop)s?\b.{0,25}\b(?:messages?|e-?mails?|mail|dm|sms)\b|^(?:e-?mail|mail|message|text|dm) (?!(?:the |that )?(?:user|requester|customer|caller|back)\b|templates?|addresses)|\b(?:post|send|announce|tell|say|share)\b.{0,80}#[a-z]/,
  ],
  ['remove', /\b(?:delete|deletes|remove|removes|erase|purge|destroy|wipe|drop)\b/],
  [
    'who',
    /^(?:who am i|who are you|whoami)\b|^(?:which|what) (?:accounts?|users?|teams?|logins?|roles?|clients?|sites?)\b.{0,20}\b(?:i|you|my)\b|\bdo i belong\b|\bteams? (?:do )?i(?:'m| am)? (?:belong|in)\b|\bwhat(?:'s| is| are) my (?:name|e-?mail|role|teams?|site|user|account|details)|\bmy (?:own )?(?:profile|details|identity)\b|\buser info\b|\b(?:logged|signed) in as\b|\bacting (?:as|for)\b/,
  ],
  ['suggest', /\b(?:apply|accept|take over|adopt|use)\b.{0,60}\bsuggest/],
  [
    'match',
    /\b(?:similar|alike|matching|matches|duplicates?|resembl\w+)\b|\b(?:tickets?|cases?|incidents?|anything|something|problems?|times|ones?) like (?:this|that|it|the one|ticket|#?\d)|(?<!would |'d )like (?:ticket|incident|case|#)|\bsuggestions?\b|\b(?:would|do|does|can|could) (?:you|it|the system|halo|similar tickets) suggest\b|\b(?:happened|seen|solved|fixed)\b.{0,40}\bbefore\b|\b(?:what|how) (?:did|have) (?:we|they|others?|you) .{0,30}\b(?:last time|before|previously|in the past|earlier)\b|\bhow (?:was|were) (?:it|this|that|these|those) (?:solved|fixed|resolved)\b/,
  ],
  [
    'time',
    new RegExp(
      `^(?:#?\\d{3,}\\W+|ticket #?\\d+\\W+)?(?:${duration}|half an hour)|\\b(?:log|book|add|record|enter|track|register|put|charge|spent|spend|worked|did|clock)\\b(?! ${determiner}? ?(?:new )?${ticketNoun}\\b)(?:(?! to say | saying |:).){0,40}?${duration}|${duration}.{0,40}\\b(?:timesheet|logged|booked|worked|spent)|\\btime ?sheet\\b|\\b(?:log|book|record|track) (?:my |some )?time\\b|\\btime entry\\b`,
    ),
  ],
  [
    'note',
    /^(?:record|document|note|write(?: down)?|mention|state|minute) (?:down )?that\b|^(?:write|put|document|record|jot|enter|note)(?: it| this| down)? (?:in|on|into|to|against|under) (?:ticket |incident |the ticket |case )?(?:#?\d+|it)\b|\b(?:add|write|leave|put|append|post|make|record|attach|drop|create|enter|jot)\b(?:(?!["“:,;]).){0,40}\b(?:notes?|comments?|remarks?)\b|^(?:(?:ticket|incident)? ?#?\d{2,}\W{0,3})?(?:notes?|comments?)\b|\badd (?:to|on) (?:ticket|it|this|the ticket|#?\d)|\bnote (?:on|to|in|that|down)\b|\bprivate note\b/,
  ],
  [
    'assign',
    /\b(?:re)?assign\b|\b(?:take(?! (?:an?|another|over) )|grab|claim|pick up|own)\b.{0,20}\b(?:ticket|incident|it|this|that|one|#?\d+)\b|\bi(?:'ll| will) (?:take|handle|do) (?:it|this|that|ticket)\b|\b(?:give|move|put)\b(?! (?:to )?me\b).{1,30}\b(?:to me|my name|my queue)\b|\bmake me the (?:owner|agent)\b|^(?:(?:ticket|incident|case) )?#?\d{2,} (?:is |to |for |please |-+> ?|→ ?)?(?:mine|me)\b|\b(?:transfer|move|hand|pass|route|allocate)\b.{1,40}\b(?:to me|over to me|my name|my queue|into my)\b|\bunder my name\b|\bi(?:'ll| will| can| want to) (?:look after|work on|take over|own)\b|^(?:take over|pick up|have) #?\d|^(?!(?:is|are|was|were|has|have|had|does|do|did|can|could|will|if|not|isn't|show|read|explain|send|describe|tell|give|summari[sz]e|display|e-?mail|report|present|list|what|which|who)\b)\w+ (?:(?:ticket |incident )?#?\d+|it|that|this) (?:\w+ )?to me\b/,
  ],
  [
    'close',
    /\b(?:close|closes|resolve|resolves)\b|\bmark\b.{0,40}\b(?:closed|done|solved|resolved|fixed|complete[d]?)\b|\b(?:complete|finish)\b.{0,12}\b(?:ticket|it|this|that|#?\d+)\b|\b(?:is|has been|was) (?:solved|resolved|fixed)\b.{0,30}\bticket\b|\bno longer needed\b/,
  ],
  [
    'reply',
    /\b(?:reply|replies|respond|answer)\b.{0,20}\b(?:to|on|ticket|it)\b|\bsend\b.{0,20}\breply\b|\b(?:tell|inform)\b (?!me\b|us\b)|\blet (?:them|him|her|the) .{0,20}\bknow\b|\bupdate\b.{0,20}\b(?:ticket|incident|it|#?\d+)\b.{0,20}\b(?:with|saying|that|to say|:)/,
  ],
  [
    'create',
    new RegExp(
      `\\b(?:log|raise|submit|file|lodge|register)s?\\b(?! (?:in|into|on|off|out)\\b)|\\b(?:create|make|open|start|report|record|issue|enter|add|set up)s?\\b (?:me )?${determiner} ?(?:\\w+ ){0,3}?${ticketNoun}s?\\b|\\bcreates?\\b|\\breport\\b (?:that|an?|the)\\b|\\bnew ${ticketNoun}\\b|\\b(?:schedule|arrange|organi[sz]e|set up|plan|book|put) (?:me )?(?:an?|another) (?:[\\w"“-]+ ){0,3}?(?:events?|meetings?|appointments?|reminders?|sessions?)\\b|\\b(?:need|want)\\b.{0,12}\\b(?:ticket|incident)\\b (?:opened|logged|raised|created)\\b`,
    ),
  ],
  [
    'change',
    /\b(?:ask|e-?mail|mail|phone|remind|chase|contact)s? (?:the |that |our )?(?:user|requester|customer|caller|him|her|them|back|supplier|vendor)\b|\be-?mail (?:the|him|her|them|back)\b|\b(?:escalate|approve|reject|decline|reopen|cancel|hold|park|release|start work|stop|transfer|forward|action|change|set|update|move|mark|send|take .{0,30} off hold|await|schedule|plan)s?\b/,
  ],
  [
    'find',
    /^(?:all|my)\b|\b(?:give|show|get|tell) (?:me )?(?:an? |the )?(?:full |complete )?(?:list|all|every|users|tickets|incidents|assets|clients|sites|articles|services|people|devices)\b|\b(?:anything|something|anybody|find|search|look(?:ing)? for|look up|lookup|list|browse|any|which|everyone|everybody|(?:tickets|incidents|articles|assets|users|cases|guides) (?:about|on|for|from|with|of|mentioning|regarding)|has any(?:one|body)|did any(?:one|body)|have (?:we|any)|are there|is there|do we have|how many|show (?:me )?(?:all|my|the (?:open|latest|newest)|open|every)|what .{0,30}\b(?:tickets|assets|articles|users|clients|sites|services|devices|equipment|hardware|laptops|printers)|who are|who (?:is|works) (?:at|in)|everything about)\b|^how (?:do|to|can|does|should)\b|\bhow (?:do|can) (?:i|we|you)\b|\bhow to\b|\bwhat can (?:i|we) (?:request|order)\b/,
  ],
  [
    'request',
    /\b(?:i|we|they|he|she) (?:\w+ )?(?:need|want|require)s?\b|\bi(?:'d| would) like\b|\b(?:order|(?<!\b(?:my|the|this|that|an?|our|his|her|service|new) )request|ask for|get me|set me up)\b|\bcan i (?:have|get)\b/,
  ],
  [
    'read',
    /\b(?:(?:take|have|get) (?:an? |another )?(?:\w+ )?(?:look|peek|glance|gander)|show|open(?! (?:tickets|incidents|cases|requests|ones|items|issues))|get|read|display|view|fetch|pull up|see|details?|status|what|tell me|tells|summari[sz]e|describe|give me|who|when|where|how (?:long|far)|check|happening|progress|is|has)\b/,
  ],
] as const satisfies readonly (readonly [string, RegExp])[];

/** Named anywhere they are what it is about: "what do similar tickets suggest". */
const telling: ReadonlySet<string> = new Set(['who', 'match']);

/** All that the text asks for, the leading one first: what is said first, of two in one place the one listed first. */
export function readActions(text: string): Action[] {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const found = patterns.flatMap(([action, pattern]) => {
    const match = pattern.exec(lower);
    return match === null ? [] : [{ action, at: telling.has(action) ? -1 : match.index }];
  });
  const has = (wanted: Action): boolean => found.some(({ action }) => action === wanted);
  // "I need a ticket opened" wants it opened.
  const leads = found.filter(
    ({ action }) => !(action === 'match' && has('suggest')) && !(action === 'request' && has('create')),
  );
  return leads.toSorted((a, b) => a.at - b.at).map(({ action }) => action);
}

/** What only reads. */
export const readingActions: ReadonlySet<Action> = new Set(['who', 'match', 'find', 'read']);

/** What may be done instead where nothing does the thing itself: how well it serves, 0 to 1. */
export const standIns: Readonly<Partial<Record<Action, Readonly<Partial<Record<Action, number>>>>>> = {
  close: { change: 0.8, reply: 0.3 },
  reply: { change: 0.7, note: 0.5, send: 0.3 },
  draft: { reply: 0.5 },
  send: { reply: 0.6 },
  note: { reply: 0.6 },
  change: { close: 0.3, assign: 0.2 },
  assign: { change: 0.35 },
  find: { read: 0.3 },
  read: { find: 0.4 },
  request: { create: 0.7, find: 0.4 },
  create: { request: 0.5 },
};
