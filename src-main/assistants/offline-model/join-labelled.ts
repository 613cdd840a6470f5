import { findIds } from './facts.ts';
import type { Clause } from './read-request.ts';

const labelled =
  /^(?:(?:(?:the|their|its|his|her|\p{L}+'s) )?(?:resolution(?: code)?|reason|remark|explanation|reference|code|cause|outcome)\b\s*(?:[:=–-]|(?:is|was)\b)|(?:resolution )?code\s+["“]?\p{Lu})/iu;

/** Asks once more for what was asked for just before. */
const confirming =
  /^(?:please )?(?:put (?:it|that|this) through|do (?:so|that|it)|go ahead(?: with (?:it|that))?|make it so|set it so|proceed|process (?:it|that)(?: accordingly)?|(?:log|book|record|enter|add) (?:both|them|these|those|all|that|it|this)(?: of (?:them|these))?)(?: (?:please|accordingly|for me|now))*[.! ]*$/i;

/** "Resolution: cable replaced." says more of what was asked for just before, and asks for nothing itself. */
export function joinLabelled(clauses: readonly Clause[]): readonly Clause[] {
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const before = joined.at(-1);
    if (before !== undefined && confirming.test(clause.text) && findIds(before.text).length > 0) continue;
    if (before === undefined || before.isForbidden === true || !labelled.test(clause.text)) joined.push(clause);
    else joined[joined.length - 1] = { ...before, text: `${before.text}. ${clause.text}` };
  }
  return joined;
}
