import { findDuration } from './facts.ts';

/** What time was spent on: "for replacing the fan", or what is left without the time and the ticket. */
export function findWork(text: string): string | undefined {
  const work =
    /\b(?:for|doing|spent (?:on )?|working on|because of|on)\s+((?:[\p{L}]+ing\b|the |a |my |our )[^,;]*?)(?=\s+(?:on|to|against|in) (?:ticket|incident|#|it\b|this|that)|[.;,]|$)/iu.exec(
      text,
    )?.[1];
  if (work !== undefined && !ticketOrSheet.test(work)) return work;
  const left = text
    .replace(findDuration(text)?.said ?? '', ' ')
    .replaceAll(
      /\b(?:on|to|against|for|in|of)?\s*(?:the |my |this |that )?(?:ticket|incident|case|timesheet|time sheet|it\b)(?:\s+(?:number|no\.?|id))?\s*#?\d*/gi,
      ' ',
    )
    .replaceAll(/(?:\b(?:on|to|against|for)\s*)?#?\b\d{3,}\b/g, ' ')
    .replace(
      /^\s*(?:(?:i|we)(?:'ve| have)? )?(?:please )?(?:need|want|log|book|add|put|record|enter|track|register|spent|spend|worked|did|charge)\b/i,
      ' ',
    )
    .replaceAll(/\b(?:please|pls|thanks|thank you)\b/gi, ' ')
    .replaceAll(aside, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,;:-]*(?:(?:me|us|of|for|on|to|time|work|doing|and|working on|spent)\b[\s,;:-]*)*/gi, '')
    .trim();
  return left === '' ? undefined : left;
}

/** "I was on ...", and at the end "please book that". */
const aside =
  /^\s*(?:i|we) (?:was|were|have been|'ve been)\b|,?\s*(?:please )?(?:book|log|record|enter|add|put) (?:it|that|this|them|both)(?: down| please)*[.!\s]*$/gi;

const ticketOrSheet = /^(?:the |a |my )?(?:ticket|incident|time ?sheet)\b/i;
