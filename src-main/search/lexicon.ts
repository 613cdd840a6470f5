import { isStopWord } from './stop-words.ts';
import { fold, stemOf, wordsOf } from './tokens.ts';

/** A text as the numbers of its words. */
export type Words = Uint32Array;

/** Numbers for words, so that texts can be read quickly time and again. */
export interface Lexicon {
  read(text: string): Words;
  /** How many numbers are given out. */
  size(): number;
  /** The number that all forms of a word share, and those forms. */
  stem(word: number): number;
  wordsWithStem(stem: number): readonly number[];
  /** The number that all spellings in capitals and accents share. */
  folded(word: number): number;
  stop(word: number): boolean;
  /** Undefined when no text that was read has it. */
  stemNumber(stem: string): number | undefined;
  foldedNumber(folded: string): number | undefined;
  stemsBeginningWith(letters: string): number[];
  clear(): void;
}

export function createLexicon(): Lexicon {
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  const folded = new Map<string, number>();
  const stemOfWord: number[] = [];
  const foldedOfWord: number[] = [];
  const stops: boolean[] = [];
  const wordsOfStem: number[][] = [];
  const numberIn = (numbers: Map<string, number>, key: string): number => {
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    return number;
  };
  const learn = (word: string): number => {
    const number = words.size;
    words.set(word, number);
    const plain = fold(word);
    const stem = numberIn(stems, stemOf(plain));
    stemOfWord.push(stem);
    (wordsOfStem[stem] ??= []).push(number);
    foldedOfWord.push(numberIn(folded, plain));
    stops.push(isStopWord(plain));
    return number;
  };
  return {
    read: (text) => Uint32Array.from(wordsOf(text), (word) => words.get(word) ?? learn(word)),
    size: () => words.size,
    stem: (word) => stemOfWord[word] ?? 0,
    wordsWithStem: (stem) => wordsOfStem[stem] ?? [],
    folded: (word) => foldedOfWord[word] ?? 0,
    stop: (word) => stops[word] ?? false,
    stemNumber: (stem) => stems.get(stem),
    foldedNumber: (word) => folded.get(word),
    stemsBeginningWith: (letters) => {
      const found: number[] = [];
      for (const [stem, number] of stems) if (stem.startsWith(letters)) found.push(number);
      return found;
    },
    clear: () => {
      for (const numbers of [words, stems, folded]) numbers.clear();
      for (const list of [stemOfWord, foldedOfWord, stops, wordsOfStem]) list.length = 0;
    },
  };
}
