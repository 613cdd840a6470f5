import { findIds } from './facts.ts';
import { joined } from './free-text.ts';
import { isCommand } from './plain-request.ts';
import { findStep, type Step } from './steps.ts';
import type { Clause } from './read-request.ts';

const labelled =
  /^(?:(?:(?:the|their|its|his|her|\p{L}+'s) )?(?:resolution(?: code)?|reason|remark|explanation|reference|code|cause|outcome)\b\s*(?:[:=–-]|(?:is|was)\b)|(?:resolution )?code\s+["“]?\p{Lu}|(?:(?:the|its|that) )?(?:note|comment|text|message|reply)(?: (?:should|must|has to|ought to|is to|can))? (?:say|says|read|reads|be)\b)/iu;

/** Asks once more for what was asked for just before. */
const confirming =
  /^(?:please )?(?:(?:check|verify|confirm|see) (?:it|that|this)(?: first)?|put (?:it|that|this) through|do (?:so|that|it)|go ahead(?: with (?:it|that))?|make it so|set it so|proceed|process (?:it|that)(?: accordingly)?|(?:log|book|record|enter|add) (?:both|them|these|those|all|that|it|this)(?: of (?:them|these))?)(?: (?:please|accordingly|for me|now))*[.! ]*$/i;

/** "2926 is waiting for the supplier. Set it to awaiting supplier" asks for one step. */
const isStatedBefore = (before: Clause, { text, isForbidden }: Clause): boolean =>
  isForbidden !== true &&
  /^(?:ticket |incident )?#?\d{2,} (?:is|has|was|needs|'s)\b/i.test(before.text) &&
  isCommand(text) &&
  /\b(?:it|this|that)\b/i.test(text) &&
  findIds(text).length === 0 &&
  isSameStep(findStep(before.text), findStep(text));

const ends = new Set<Step | undefined>(['close', 'resolve']);
const isSameStep = (one: Step | undefined, other: Step | undefined): boolean =>
  one !== undefined && (one === other || (ends.has(one) && ends.has(other)));

/** "Resolution: cable replaced." says more of what was asked for just before, and asks for nothing itself. */
export function joinLabelled(clauses: readonly Clause[]): readonly Clause[] {
  const all: Clause[] = [];
  for (const clause of clauses) {
    const before = all.at(-1);
    if (
      before !== undefined &&
      confirming.test(clause.text) &&
      (findIds(before.text).length > 0 || before.isQuestion || before.actions[0] === 'create')
    )
      continue;
    if (before !== undefined && isStatedBefore(before, clause)) {
      all[all.length - 1] = { ...clause, background: joined(before.text, clause.background) };
      continue;
    }
    if (before === undefined || before.isForbidden === true || !labelled.test(clause.text)) all.push(clause);
    else all[all.length - 1] = { ...before, text: `${before.text}. ${clause.text}` };
  }
  return all;
}
