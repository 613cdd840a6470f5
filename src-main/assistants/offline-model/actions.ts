/** What somebody wants done, or a tool does, as far as that can be told from its words. */
export type Action = (typeof patterns)[number][0];

const duration =
  '(?!am\\b)(?:\\d+(?:[.,:]\\d+)?|an?|half an?|one|two|three|four|five|six|seven|eight|ten|fifteen|twenty|thirty|forty|forty-five|ninety)' +
  '[\\s-]*(?:hours?|hrs?|h|minutes?|mins?|m|quarters?)\\b';
const ticketNoun = '(?:ticket|incident|case|call|issue|fault|service request|request|change|problem|question)';
const determiner = '(?:an?|another|the following|new|this|that|it|my)';

/** In order: the first that a request matches is what it is about. */
const patterns = [
  ['remove', /\b(?:delete|deletes|remove|removes|erase|purge|destroy|wipe|drop)\b/],
  [
    'who',
    /^(?:who am i|who are you|whoami)\b|^(?:which|what) (?:accounts?|users?|teams?|logins?|roles?|clients?|sites?)\b.{0,20}\b(?:i|you|my)\b|\bdo i belong\b|\bteams? (?:do )?i(?:'m| am)? (?:belong|in)\b|\bwhat(?:'s| is| are) my (?:name|e-?mail|role|teams?|site|user|account|details)|\bmy (?:own )?(?:profile|details|identity)\b|\buser info\b|\b(?:logged|signed) in as\b|\bacting (?:as|for)\b/,
  ],
  ['suggest', /\b(?:apply|accept|take over|adopt|use)\b.{0,60}\bsuggest/],
  [
    'match',
    /\b(?:similar|alike|matching|matches|duplicates?|resembl\w+)\b|\b(?:tickets?|cases?|incidents?|anything|something|problems?|times|ones?) like (?:this|that|it|the one|ticket|#?\d)|(?<!would |'d )like (?:ticket|incident|case|#)|\bsuggestions?\b|\b(?:happened|seen|solved|fixed)\b.{0,40}\bbefore\b/,
  ],
  [
    'time',
    new RegExp(
      `^(?:${duration}|half an hour)|\\b(?:log|book|add|record|enter|track|register|put|charge|spent|spend|worked|did|clock)\\b(?! ${determiner}? ?(?:new )?${ticketNoun}\\b)(?:(?! to say | saying |:).){0,40}?${duration}|${duration}.{0,40}\\b(?:timesheet|logged|booked|worked|spent)|\\btime ?sheet\\b|\\b(?:log|book|record|track) (?:my |some )?time\\b|\\btime entry\\b`,
    ),
  ],
  [
    'note',
    /\b(?:add|write|leave|put|append|post|make|record|attach|drop|create|enter|jot)\b(?:(?!["“:,;]).){0,40}\b(?:notes?|comments?|remarks?)\b|^(?:note|comment)\b|\badd (?:to|on) (?:ticket|it|this|the ticket|#?\d)|\bnote (?:on|to|in|that|down)\b|\bprivate note\b/,
  ],
  [
    'assign',
    /\b(?:re)?assign\b|\b(?:take|grab|claim|pick up|own)\b.{0,20}\b(?:ticket|incident|it|this|that|one|#?\d+)\b|\bi(?:'ll| will) (?:take|handle|do) (?:it|this|that|ticket)\b|\b(?:give|move|put)\b.{0,30}\b(?:to me|my name|my queue)\b|\bmake me the (?:owner|agent)\b/,
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
      `\\b(?:log|raise|submit|file|lodge|register)s?\\b(?! (?:in|into|on|off|out)\\b)|\\b(?:create|make|open|start|report|enter|add|set up)s?\\b (?:me )?${determiner} ?(?:\\w+ ){0,3}?${ticketNoun}s?\\b|\\bcreates?\\b|\\breport\\b (?:that|an?|the)\\b|\\bnew ${ticketNoun}\\b|\\b(?:need|want)\\b.{0,12}\\b(?:ticket|incident)\\b (?:opened|logged|raised|created)\\b`,
    ),
  ],
  [
    'change',
    /\be-?mail (?:the|him|her|them|back)\b|\b(?:escalate|approve|reject|decline|reopen|cancel|hold|park|release|start work|stop|transfer|forward|action|change|set|update|move|mark|send|take .{0,30} off hold|await|schedule|plan)s?\b/,
  ],
  [
    'find',
    /^(?:all|my)\b|\b(?:give|show|get|tell) (?:me )?(?:an? |the )?(?:full |complete )?(?:list|all|every|users|tickets|incidents|assets|clients|sites|articles|services|people|devices)\b|\b(?:anything|something|anybody|find|search|look(?:ing)? for|look up|lookup|list|browse|any|which|(?:tickets|incidents|articles|assets|users|cases|guides) (?:about|on|for|from|with|of|mentioning|regarding)|are there|is there|do we have|how many|show (?:me )?(?:all|my|the (?:open|latest|newest)|open|every)|what .{0,30}\b(?:tickets|assets|articles|users|clients|sites|services|devices|equipment|hardware|laptops|printers)|who are|who (?:is|works) (?:at|in)|everything about)\b|^how (?:do|to|can|does|should)\b|\bhow (?:do|can) (?:i|we|you)\b|\bhow to\b|\bwhat can (?:i|we) (?:request|order)\b/,
  ],
  [
    'request',
    /\b(?:i|we|they|he|she) (?:\w+ )?(?:need|want|require)s?\b|\bi(?:'d| would) like\b|\b(?:order|(?<!\b(?:my|the|this|that|an?|our|his|her|service|new) )request|ask for|get me|set me up)\b|\bcan i (?:have|get)\b/,
  ],
  [
    'read',
    /\b(?:show|open(?! (?:tickets|incidents|cases|requests|ones|items|issues))|get|read|display|view|fetch|pull up|see|details?|status|what|tell me|tells|summari[sz]e|describe|give me|who|when|where|how (?:long|far)|check|happening|progress|is|has)\b/,
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
  const leads = found.some(({ action }) => action === 'suggest')
    ? found.filter(({ action }) => action !== 'match')
    : found;
  return leads.toSorted((a, b) => a.at - b.at).map(({ action }) => action);
}

/** What only reads. */
export const readingActions: ReadonlySet<Action> = new Set(['who', 'match', 'find', 'read']);

/** What may be done instead where nothing does the thing itself: how well it serves, 0 to 1. */
export const standIns: Readonly<Partial<Record<Action, Readonly<Partial<Record<Action, number>>>>>> = {
  close: { change: 0.8, reply: 0.3 },
  reply: { note: 0.7, change: 0.2 },
  note: { reply: 0.6 },
  change: { close: 0.3, assign: 0.2 },
  assign: { change: 0.35 },
  find: { read: 0.3 },
  read: { find: 0.4 },
  request: { create: 0.7, find: 0.4 },
  create: { request: 0.5 },
};
