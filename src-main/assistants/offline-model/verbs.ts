/** What people ask for, as verbs: the first form is what a command begins with. */
const regular =
  `log raise create open submit file report make register add write leave append post record attach find search look list
  show read display view fetch tell summarise summarize describe assign reassign grab claim close resolve mark complete
  finish reply respond answer book track apply accept escalate approve reject reopen cancel update change move check
  execute restart reboot place calculate convert pull hand order request delete remove translate draft notify call use
  transfer pass compare count send save store enter reset email mail message schedule remind refund switch turn enable
  disable start stop arrange provide explain verify confirm lookup browse get give take put set run do bring
  forward charge pick edit rename copy upload download publish merge trigger launch cover review echo note unlock classify deploy clean free generate remember grant revoke block archive install scan ping
  see locate acknowledge resume renew extend tag label move roll chuck allocate pop jot bump drop park retrieve identify determine
  hunt whack bung scribble inform`
    .split(/\s+/)
    .filter((verb) => verb !== '');

const irregular: Readonly<Record<string, string>> = {
  ...{ found: 'find', shown: 'show', read: 'read', told: 'tell', written: 'write', left: 'leave', made: 'make' },
  ...{ sent: 'send', given: 'give', taken: 'take', put: 'put', set: 'set', run: 'run', done: 'do', brought: 'bring' },
  ...{
    reset: 'reset',
    gotten: 'get',
    stuck: 'stick',
    dug: 'dig',
    thrown: 'throw',
    transferred: 'transfer',
    transfered: 'transfer',
  },
};

const doubled = /(?:[^aeiou][aeiou](?:[gmnpbt]))$/;

function formsOf(verb: string): readonly [string, string] {
  if (verb.endsWith('e')) return [`${verb.slice(0, -1)}ing`, `${verb}d`];
  const stem = verb.length < 6 && doubled.test(verb) && !/[eo]n$/.test(verb) ? verb + verb.slice(-1) : verb;
  return [`${stem}ing`, /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`];
}

const gerunds = new Map(regular.map((verb) => [formsOf(verb)[0], verb]));
const participles = new Map([
  ...regular.map((verb) => [formsOf(verb)[1], verb] as const),
  ...Object.entries(irregular),
]);

/** "closing": "close". */
export const verbOfGerund = (word: string): string | undefined => gerunds.get(word.toLowerCase());
/** "closed": "close". */
export const verbOfParticiple = (word: string): string | undefined => participles.get(word.toLowerCase());

/** Any of the verbs, for use within a pattern. */
export const anyVerb = regular.join('|');
export const anyParticiple = [...participles.keys()].join('|');
