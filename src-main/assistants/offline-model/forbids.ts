import { anyVerb } from './verbs.ts';

const not =
  "(?:please )?(?:don't|do not|never|not to|no need to|there(?:'s| is) no need to|(?:you|we) (?:needn't|need not|don't (?:need|have) to|mustn't|must not|should not|shouldn't|may not)|(?:i|we) (?:don't|do not|never) (?:want|need|wish|expect)(?: you)? (?:to|it to)|i(?:'d| would) rather you (?:didn't|did not)|refrain from|avoid|be careful not to)";
const forbidding = new RegExp(
  `^${not} (?:ever |you dare (?:to )?|actually |yet |please |also |just |you )*(?:${anyVerb}|touch|bother|worry|bill|alter|modify|edit|wait|[a-z]+ing)\\b`,
  'i',
);
const leaving =
  /^(?:i|we) (?:don't|do not) (?:need|want) (?:an?|any)\b|^(?:please )?(?:leave|keep) (?:it|that|this|the (?:ticket|incident|case)|ticket #?\d+|#?\d+) (?:open|as it is|as is|alone|unchanged|untouched|unassigned|where it is)\b|^(?:no (?:changes?|new tickets?|notes?|action)|nothing else|nothing more)\b/i;
const aside = /[,;]?\s+(?:without|instead of|rather than) [a-z]+ing\b[^,.;]*/i;

/** "Don't close it", "leave it open": what is not to be done. */
export const isForbidden = (text: string): boolean => forbidding.test(text) || leaving.test(text);

/** What is said beside a request of what is not to be done: "without closing it". */
export const withoutForbidden = (text: string): string => text.replace(aside, '');
