import { isStopWord, stopWordsFor } from '../../../search/stop-words.ts';
import { fold, stemOf, wordsOf } from '../../../search/tokens.ts';

const longestSentence = 320;
const mostSentences = 400;
/** Before what is said, and after it: neither says anything of the matter. */
const greeting = /^(hi|hello|hey|dear|good (morning|afternoon|evening))\b[^,!.?]{0,30}([,!.]\s*|$)/i;
const closing =
  /^(thanks|thank you|many thanks|cheers|((kind|best|warm) )?(regards|wishes)|all the best|sincerely|yours)\b[^.!?]{0,30}[.!]?$/i;

/** The sentences of a text that hold most of the words which the text is about, in their order. */
export function findKeySentences(text: string, most: number): string[] {
  const sentences = splitSentences(text);
  // A name under a letter is no sentence, unless there is nothing else.
  const long = sentences.filter((sentence) => wordsOf(sentence).length > 2);
  const told = long.length > 0 ? long : sentences;
  const isStop = stopWordsFor(wordsOf(text).slice(0, 2000).map(fold));
  const stemsOf = (sentence: string): Set<string> =>
    new Set(
      wordsOf(sentence)
        .map(fold)
        .filter((word) => word.length > 1 && !isStop(word) && !isStopWord(word))
        .map(stemOf),
    );
  const counted = new Map<string, number>();
  const all = told.map((sentence, index) => ({ sentence, index, stems: stemsOf(sentence) }));
  for (const { stems } of all) for (const stem of stems) counted.set(stem, (counted.get(stem) ?? 0) + 1);
  return all
    .filter(({ stems }) => stems.size > 0)
    .map(({ sentence, index, stems }) => {
      const weight = [...stems].reduce((sum, stem) => sum + 1 + Math.log(counted.get(stem) ?? 1), 0);
      // What comes first says more often what it is about.
      return { sentence, index, score: (weight / Math.sqrt(stems.size + 3)) * (1 + 0.5 / (index + 1)) };
    })
    .sort((one, other) => other.score - one.score || one.index - other.index)
    .slice(0, most)
    .sort((one, other) => one.index - other.index)
    .map(({ sentence }) => cut(sentence));
}

function splitSentences(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?…])\s+(?=[\p{Lu}\p{N}"“(])/u)
    .map((part) => part.replace(/\s+/g, ' ').trim().replace(greeting, ''))
    .filter((part) => part !== '' && !closing.test(part))
    .slice(0, mostSentences);
}

function cut(sentence: string): string {
  if (sentence.length <= longestSentence) return sentence;
  return `${sentence.slice(0, longestSentence).replace(/\s+\S*$/, '')} …`;
}
