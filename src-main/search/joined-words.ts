import type { IndexTable } from './kinds.ts';
import type { Synonym } from './synonyms.ts';
import { isStopWord } from './stop-words.ts';
import { stemOf } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

const mostPairs = 40;
const shortestHalf = 2;

/**
 * The same words in one piece or in two: "log in" for what records call "login", and "wifi" for their "wi-fi" when no
 * record has it in one piece. Takes the folded words of a query in their order.
 */
export function findJoinedWords(
  words: readonly string[],
  tables: readonly IndexTable[],
  vocabulary: Vocabulary,
): Synonym[] {
  const known = (word: string): number => vocabulary.documents(tables, stemOf(word));
  const found: Synonym[] = [];
  for (const [at, word] of words.slice(0, mostPairs).entries()) {
    const next = words[at + 1];
    if (next !== undefined && !(isStopWord(word) && isStopWord(next)) && known(word + next) > 0) {
      found.push({ said: [word, next], others: [[word + next]] });
    }
    const halves = known(word) > 0 ? undefined : splitInTwo(word, known);
    if (halves !== undefined) found.push({ said: [word], others: [halves] });
  }
  return found;
}

/** Where both halves are words of the index, the rarer of them as common as can be. */
function splitInTwo(word: string, known: (word: string) => number): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  let most = 0;
  for (let at = shortestHalf; at <= Math.min(30, word.length) - shortestHalf; at += 1) {
    const halves = [word.slice(0, at), word.slice(at)] as const;
    const documents = Math.min(known(halves[0]), known(halves[1]));
    if (documents <= most) continue;
    most = documents;
    best = halves;
  }
  return best;
}
