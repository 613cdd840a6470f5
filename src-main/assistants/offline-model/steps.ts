import { findQuoted, hideQuoted } from './facts.ts';
import type { Clause } from './read-request.ts';
import { best, nameOf, type Row } from './rows.ts';
import { meaningOf, shareSaid } from './words.ts';

/** What a step does to a ticket. */
export type Step = keyof typeof families;

const user = '(?:users?|requesters?|customers?|clients?|callers?|him|her|them)';
const supplier = '(?:suppliers?|vendors?|third[- ]part(?:y|ies)|3rd[- ]part(?:y|ies)|manufacturers?)';
const it = '(?:it|this|that|ticket|#?\\d+)';

/** How people ask for it, and what actions that do it are called: much the same words. */
const families = {
  reopen: new RegExp(
    `\\bre-?open|\\b(?:is|it'?s|has come|came) back\\b(?! (?:in|from|at|on|to)\\b)|\\bback (?:to (?:open|life)|from the dead)\\b|\\b(?:open|live|alive)\\b.{0,12}\\b(?:up )?(?:again|once more)\\b|\\bopen\\b.{0,12}\\bup\\b|\\breviv|\\bactive (?:again|once more)\\b|\\b(?:not|never|wasn't|isn't) (?:\\w+ )?(?:fixed|solved|resolved|sorted)\\b`,
  ),
  resume:
    /\bresum(?!e\b.{0,12}\bcv\b)|\bun-?(?:paus|park|suspend)|\btak(?:e|en|ing) .{1,40}\boff (?:of )?hold\b|\boff hold\b|\b(?:go|going|moving|running|rolling|working) again\b|\bback (?:in(?:to)?|to) (?:work|progress|active)\b|\b(?:carry|crack|get|go) on with\b|^continu|\bcontinue (?:with|work)|\bno longer (?:on hold|waiting|awaiting)\b|\bpick (?:\S+ ){1,4}(?:up again|back up)\b|\brestart (?:work|the clock)\b|\bpicked (?:back )?up again\b/,
  reject:
    /\breject|\bdeclin|\bden(?:y|ied|ies)\b|\brefus|\bturn(?:ed|ing)?\b.{0,40}\bdown\b|\bdisapprov|\bveto|\bknock(?:ed)?\b.{0,15}\bback\b|\bnot (?:be )?(?:approv|authori[sz]|grant)|\bthumbs down\b|\b(?:say|said|says) no\b|\ba no (?:from|on|to)\b|\bno go\b|\bcan(?:no|')t (?:be )?accept/,
  approval:
    /\b(?:request|seek|get|ask|obtain|await)\w*\b.{0,30}\bapproval\b|\b(?:for|needs?|awaiting|requires?) (?:\w+ ){0,3}(?:approval|sign-?off)\b|\bapproval (?:is )?needed\b/,
  approve:
    /\bapprov|\bauthori[sz]|\bsign(?:ed|ing)?\b.{0,12}\boff\b|\bsign-?off\b|\bgreen ?light|\b(?:give|gave|given) (?:\S+ ){0,2}(?:the )?(?:go-?ahead|nod|ok(?:ay)?|blessing)\b|\bthumbs up\b|\b(?:a )?yes (?:from me|to)\b|\b(?:fine|okay|ok|happy) with\b|\blet\b.{0,20}\bthrough\b|^ok the\b|\bgo(?:es|ing)? ahead\b/,
  supplier: new RegExp(
    `\\b(?:await|wait|hold|park|chas|with|over to|pending|blocked)\\w*\\b.{0,40}\\b${supplier}\\b|\\b${supplier}(?:'s)? (?:to|has|have|is|are|needs?|must|turn|court)\\b`,
  ),
  schedule:
    /\bschedul|\bbook\w*\b.{0,25}(?:\b(?:visit|appointment|engineer|slot)\b|\bin\b.{0,6}\bfor\b)|\b(?:plan|arrang|pencil)\w*\b.{0,25}\b(?:visit|appointment|engineer|slot|for)\b|\bpencil in\b|\bsite visit\b|\bvisit\b|\bdispatch\b/,
  hold: new RegExp(
    `\\b(?:on|to) (?:the )?hold\\b|\\bhold off\\b|\\bto one side\\b|\\bon (?:ice|the back burner)\\b|\\bpaus|\\bpark(?:ed)?\\b|\\bsuspend|\\bdefer|\\bpostpon|\\bstop the clock\\b|\\bfreeze (?:${it})\\b|\\blet ${it} (?:sit|sleep|rest)\\b|\\bcan (?:sit|sleep|rest|wait)\\b|\\bpush\\b.{0,15}\\bout to\\b`,
  ),
  escalate:
    /\bescalat|\b(?:bump|kick|push|pass|send|move|hand|lift|raise|go|want)\w*\b.{0,40}\b(?:upstairs|up the (?:line|chain|ladder)|up a (?:level|tier)|(?:second|2nd|third|3rd|next) (?:line|level|tier)|(?:to|with) (?:a |the )?(?:duty )?(?:manager|management))\b|\bbeyond me\b|\babove (?:my|our) heads?\b|\bmore senior\b/,
  giveBack:
    /\b(?:return|send|give|hand|pass|push|go|move|route)\w*\b.{0,40}\bto (?:the )?(?:service desk|first line|1st line|desk|help ?desk)\b/,
  sendBack: /\b(?:send|push|put|pass)\w*\b.{0,25}\bto (?:the )?draft\b|\brework\b/,
  priority: /\bpriority\b|\b(?:more |less )?urgent\b|\bto (?:an? )?(?:p[1-5]|low|medium|high|critical)\b/,
  falseAlarm: /\bfalse (?:alarm|positive)\b|\balert (?:was|is) nothing\b/,
  acknowledge: /\backnowledg|\back\b/,
  contain: /\bcontain(?:ed|ing)?\b|\bisolat|\bquarantin/,
  rootCause: /\broot[- ]cause\b/,
  workaround: /\bwork-?around\b/,
  cancel: new RegExp(
    `\\bcancel|\\bwithdraw|\\bwithdrew\\b|\\bvoid\\b|\\bcall(?:ed)?\\b.{0,8}\\boff\\b|\\bno longer (?:needed|required|wanted|necessary)\\b|\\bdoesn't (?:need|want) it any ?more\\b|\\bscrap\\b|\\b(?:bin|drop|forget) ${it}\\b(?! to\\b)`,
  ),
  resolve: /\bresol(?:v|ution)|\bsolv(?:e|ed|es|ing)\b|\bfix(?:ed|es)\b|\bsorted(?: out)?\b/,
  close: new RegExp(
    `\\bclos(?:e|ed|es|ing|ure)\\b|\\b(?:is|are|as|all|been|it|that'?s|\\d) (?:done|finished|complete[d]?|over|dealt with)\\b|\\bwrap\\w* (?:\\S+ ){0,2}up\\b|\\bcan go\\b|\\bshut\\b|\\b(?:put|lay|laid)\\b.{0,15}\\b(?:to (?:bed|rest)|away)\\b|\\btick\\b.{0,12}\\boff\\b|\\boff (?:my|the) list\\b|\\bconclud|\\bretir|\\bfinali[sz]|\\b(?:done|finished) (?:and|with)\\b|\\bfulfilled\\b|\\bend ${it}\\b|\\b(?:complete|finish)\\b (?:off )?${it}\\b`,
  ),
  phone: /\b(?:phone|telephone) call\b/,
  email: new RegExp(
    `\\be-?mail|\\bmail ${user}\\b|\\b(?:reply|respond|write|tell|inform|let|answer)\\b.{0,30}\\b(?:${user}|back)\\b`,
  ),
  ask: new RegExp(
    `\\b(?:ask|asking|question|check with|find out from|chas(?:e|ing)|remind)\\b|\\b(?:await|wait|hold|pend|heard back|with)\\w*\\b.{0,25}\\b(?:${user}|mrs?|ms|reply|answer|response)\\b|\\b(?:customer|client|user|requester)'?s court\\b|\\bneeds? (?:more |further )?(?:info|information|details)\\b`,
  ),
  note: /\b(?:private|internal) (?:note|comment)\b/,
  start: /\bstart|\bbeg[iu]n|\bkick(?:ed)? off\b|\bin progress\b|\bunder ?way\b/,
  take: /\btak(?:e|en|ing)\b|\bassign|\bclaim|\bgrab|\bmine\b|\bpick(?:ed)? (?:\S+ ){0,3}up\b|\bto me\b/,
} as const satisfies Readonly<Record<string, RegExp>>;

/** What may be done where a ticket offers no action for the step itself. */
const insteadOf: Readonly<Partial<Record<Step, readonly Step[]>>> = {
  ...{ resume: ['start', 'reopen'], reopen: ['resume'], start: ['resume', 'take', 'acknowledge'] },
  ...{ acknowledge: ['take', 'start'], take: ['start', 'acknowledge'], sendBack: ['reject'] },
  ...{ close: ['resolve'], resolve: ['close'], cancel: ['close'], falseAlarm: ['cancel', 'close'] },
  ...{ supplier: ['hold'], ask: ['email'], email: ['ask'] },
};

/** The step that a text speaks of first. */
export function findStep(text: string): Step | undefined {
  const lower = hideQuoted(text).toLowerCase().replaceAll('’', "'");
  let found: { readonly step: Step; readonly at: number } | undefined;
  for (const [step, pattern] of Object.entries(families) as [Step, RegExp][]) {
    const at = pattern.exec(lower)?.index;
    if (at !== undefined && (found === undefined || at < found.at)) found = { step, at };
  }
  return found?.step;
}

/**
 * The action that a text asks for, among those that a ticket offers. Where it tells the step, an action that is known to
 * take another one is never chosen, however much of its name was said.
 */
export function chooseAction(actions: readonly Row[], { text, actions: wants }: Clause): Row | undefined {
  const named = findQuoted(text).map((each) => each.toLowerCase());
  const exact = actions.find((action) => named.includes(nameOf(action).toLowerCase()));
  if (exact !== undefined) return exact;
  const step = findStep(text) ?? (wants[0] === 'close' ? 'close' : undefined);
  const said = new Set(meaningOf(text));
  const score = (action: Row): number => shareSaid(nameOf(action), said);
  const among = (wanted: Step | undefined): readonly Row[] =>
    actions.filter((action) => findStep(nameOf(action)) === wanted);
  if (step !== undefined)
    for (const wanted of [step, ...(insteadOf[step] ?? [])]) {
      const taking = best(among(wanted), score);
      if (taking !== undefined) return taking;
    }
  const alike = best(step === undefined ? actions : among(undefined), score);
  return alike !== undefined && score(alike) >= 0.5 ? alike : undefined;
}
