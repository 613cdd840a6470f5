import { findDuration, hideQuoted } from './facts.ts';

const taken =
  /\s*[,;–—-]*\s*\b(?:no,? wait|oh wait|wait,? no|sorry,? (?:i mean(?:t)?|no|make that)|i mean(?:t)?|make that|scratch that|or rather|(?<=[,;–—-]\s*)(?:correction|rather|sorry)(?=[\s,:])|no,? sorry|no,? i mean(?:t)?|actually,? no|actually make (?:that|it))\b[\s,:]*/i;

const apology =
  /^(?:sorry|oops|apologies|my mistake|my bad)\b[\s,]*(?:(?:that was )?(?:the )?wrong (?:number|ticket|one)(?: (?:before|earlier|just now))?)?\s*[:,.–—-]\s+(?=\S)/i;
/** "On 12, not on 13". */
const otherNumber = /,\s+(?:and |but )?not (?:on |to |in |for )?(?:ticket |incident )?#?\d{3,9}\b/i;

/** "Log 2 hours, no wait, 3 hours, on 12": what was taken back is put right where it was said. */
export function correctInline(text: string): string {
  const said = text.replace(apology, '').replace(otherNumber, '');
  const hidden = hideQuoted(said);
  const found = taken.exec(hidden);
  if (found === null || found.index === 0) return said;
  const after = said
    .slice(found.index + found[0].length)
    .replace(/^(?:i mean(?:t)?|make (?:it|that)|rather)\b[\s,:]*/i, '');
  const isEnded = /[.!?\n]\s*$/.test(hidden.slice(0, found.index));
  if (isEnded && !/^(?:ticket |incident )?#?\d{3,9}\b/i.test(after)) return said;
  const before = said.slice(0, found.index).replace(/[.!?\s]+$/, (end) => (isEnded ? '' : end));
  const [, meant = '', rest = ''] = /^([^,;.!?–—]*)([\s\S]*)$/.exec(after) ?? [];
  const duration = findDuration(meant);
  const wrong = findDuration(before);
  if (duration !== undefined && wrong !== undefined) {
    const at = before.lastIndexOf(wrong.said);
    return `${before.slice(0, at)}${duration.said}${before.slice(at + wrong.said.length)}${meant.replace(duration.said, '')}${rest}`;
  }
  const number = /^(?:\w+ )?#?(\d{1,9})\b/.exec(meant.trim());
  if (number !== null) {
    const last = [...hidden.slice(0, found.index).matchAll(/#?\b\d{1,9}\b/g)].at(-1);
    if (last === undefined) return `show ${meant.trim()}${rest}`;
    const remaining = meant.trim().slice(number[0].length);
    return `${before.slice(0, last.index)}${number[1] ?? ''}${before.slice(last.index + last[0].length)}${remaining}${rest}`;
  }
  if (
    meant.trim() !== '' &&
    meant.trim().split(/\s+/).length < 4 &&
    !/^(?:to|but|that|i|it|the one)\b/i.test(meant.trim())
  )
    return `${before.replace(/\S+\s*$/, '')}${meant.trim()}${rest}`;
  return said;
}
