import { isCommand } from './plain-request.ts';

/** What must be so, or not be so, for a request to be carried out. */
export interface Condition {
  readonly text: string;
  /** False where the request is for when it is not so. */
  readonly holds: boolean;
}

const first =
  /^(?:(?:and|but|so|then|please|also)[\s,]+)*(?<word>only if|if|unless|in case|provided(?: that)?|as long as|assuming(?: that)?|should)\s+(?<text>[^,:;]+?)(?:\s*[,;:]\s*(?:then\s+|please\s+)*|\s+(?:then|just)\s+)(?<rest>\S.*)$/is;
const after =
  /^(?<rest>.+?)(?<!\b(?:and|then|so))(?<![\s,])[\s,]+(?<word>(?:but )?only if|if(?! (?:any|possible|you|necessary|needed))|unless|provided(?: that)?|as long as|assuming(?: that)?)\s+(?<text>[^,;]+?)[.!?]*$/is;
const onward =
  /^(?:(?:and|but)[\s,]+)*(?:(?<yes>if (?:so|yes|that(?:'s| is) (?:so|the case|possible)|it (?:is|does|has)|they (?:do|have|are)|we (?:do|have)|you (?:do|find (?:one|any|it|something))|there (?:is|are)(?: any| one)?))|(?<no>if (?:not|no|it is ?n['o]t|there (?:is|are)(?: none|n't(?: any| one)?| not))|otherwise|or else|else))(?:\s*[,:]\s*|\s+)(?:then\s+|please\s+)*(?<rest>\S.*)$/is;
/** Of how things stand with a record, which can be looked up. */
const state =
  /\b(?:open|closed|resolved|solved|assigned|unassigned|mine|on hold|overdue|priority|status|exists?|there(?:'s| is| are|'re)|any|anything|nothing|no (?:ticket|article|one|agent|owner)|urgent|waiting|new|found|belongs?|type)\b/i;
/** "If you like" asks for nothing to be looked up. */
const politely =
  /^(?:you|possible|necessary|needed|i (?:may|might|can|could)|we may|it(?:'s| is) (?:ok|okay|fine|possible|all right))\b/i;
/** "Check if ..." asks; "if" in somebody's own words is not a condition. */
const askedIf =
  /\b(?:check|see|know|tell|wonder|ask|asks|asked|asking|find out|sure|verify|confirm|whether|say|saying|look)\b[^,;]{0,30}$/i;

/** The condition that a request begins or ends with, and the request without it. `before` is what was asked for just before. */
export function splitCondition(
  text: string,
  before: string | undefined,
): { readonly condition?: Condition; readonly rest: string } {
  const going = onward.exec(text)?.groups;
  if (going !== undefined && before !== undefined)
    return { condition: { text: before, holds: going['yes'] !== undefined }, rest: going['rest'] ?? '' };
  const leading = first.exec(text)?.groups;
  if (
    leading !== undefined &&
    !politely.test(leading['text'] ?? '') &&
    (state.test(leading['text'] ?? '') || isCommand(leading['rest'] ?? ''))
  )
    return read(leading);
  const trailing = /:\s|["“]|\b(?:note|comment|say|reply|tell)\b/i.test(text) ? undefined : after.exec(text)?.groups;
  if (trailing !== undefined && state.test(trailing['text'] ?? '') && !askedIf.test(trailing['rest'] ?? ''))
    return read(trailing);
  return { rest: text };
}

const read = (groups: Readonly<Record<string, string>>): { condition: Condition; rest: string } => ({
  condition: { text: (groups['text'] ?? '').trim(), holds: !/^unless$/i.test(groups['word'] ?? '') },
  rest: (groups['rest'] ?? '').trim(),
});
