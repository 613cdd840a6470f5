import { isStopWord, stopWordsFor } from './stop-words.ts';
import { type Token, fold, stemOf, tokenize, wordsOf } from './tokens.ts';

export interface QueryWord {
  readonly text: string;
  readonly folded: string;
  readonly stem: string;
  /** How often the query says it. */
  readonly count: number;
}

export interface ParsedQuery {
  /** The words to look for, distinct by stem, in the order written. */
  readonly words: readonly QueryWord[];
  /** Neighbours in the text, stop words left out, as places in `words`. */
  readonly pairs: readonly (readonly [number, number])[];
  /** All words of the text in their order, folded. */
  readonly said: readonly string[];
  /** What stood in quotation marks, as words in order. */
  readonly phrases: readonly (readonly string[])[];
  /** Nothing but stop words stands outside the quotations, so they are what is asked for; else they only say more. */
  readonly onlyQuoted: boolean;
  /** Words joined by a mark, such as an e-mail address, an asset tag or `wi-fi`. */
  readonly compounds: readonly (readonly string[])[];
  /** The last word may still be being typed. */
  readonly open: boolean;
  /** Record numbers written as `#1234`. */
  readonly numbers: readonly number[];
  /** The whole text, when it is nothing but a number. */
  readonly soleNumber: number | undefined;
  /** Pieces between white space, without marks at their ends: what tags, serial numbers and addresses are compared to. */
  readonly chunks: readonly string[];
}

const readCharacters = 20_000;
const maximumWords = 120;
const maximumPairs = 200;
const maximumPhrases = 4;
const maximumPhraseWords = 12;
const maximumChunks = 24;

/** Reads any text whatever as a query; work is bounded by what is read of it. */
export function parseQuery(text: string, options: { readonly keepStopWords: boolean }): ParsedQuery {
  const read = text.slice(0, readCharacters);
  const tokens = tokenize(read, 2_000);
  const folded = tokens.map((token) => fold(token.text));
  const isStop = stopWordsFor(folded);
  const meaningful = options.keepStopWords ? tokens : tokens.filter((token) => !isStop(fold(token.text)));
  const { words, places } = distinctWords(meaningful.length > 0 ? meaningful : tokens);
  const { phrases, compounds } = groups(read, tokens);
  return {
    words,
    pairs: adjacentPairs(places),
    said: folded,
    phrases,
    onlyQuoted: phrases.length > 0 && wordsOf(read.replace(quotation, ' ')).every((word) => isStop(fold(word))),
    compounds,
    open: tokens.length > 0 && tokens.at(-1)?.end === read.length,
    numbers: [...read.matchAll(/(?<![\p{L}\p{N}])#(\d{1,15})(?![\p{L}\p{N}])/gu)]
      .slice(0, 20)
      .map((match) => Number(match[1])),
    soleNumber:
      /^\s*(?:ticket\s*)?(?:number\s*|no\.?\s*)?#?\s*(\d{1,15})\s*$/i.exec(read)?.[1] === undefined
        ? undefined
        : Number(/(\d{1,15})\s*$/.exec(read)?.[1]),
    chunks: chunksOf(read),
  };
}

function distinctWords(tokens: readonly Token[]): { words: QueryWord[]; places: number[] } {
  const places = new Map<string, number>();
  const words: { text: string; folded: string; stem: string; count: number }[] = [];
  const order: number[] = [];
  for (const token of tokens) {
    const stem = stemOf(token.text);
    let place = places.get(stem);
    if (place === undefined) {
      if (words.length >= maximumWords) continue;
      place = words.length;
      places.set(stem, place);
      words.push({ text: token.text, folded: fold(token.text), stem, count: 0 });
    }
    const word = words[place];
    if (word !== undefined) word.count += 1;
    order.push(place);
  }
  return { words, places: order };
}

function adjacentPairs(places: readonly number[]): [number, number][] {
  const pairs = new Map<string, [number, number]>();
  for (let i = 1; i < places.length && pairs.size < maximumPairs; i += 1) {
    const [a, b] = [places[i - 1], places[i]];
    if (a !== undefined && b !== undefined && a !== b) pairs.set(`${a} ${b}`, [a, b]);
  }
  return [...pairs.values()];
}

const quotation = /"([^"]{1,400})"|[“”„«]([^“”„«»]{1,400})[“”»]/gu;

function groups(text: string, tokens: readonly Token[]): { phrases: string[][]; compounds: string[][] } {
  const phrases: string[][] = [];
  for (const match of text.matchAll(quotation)) {
    const words = tokenize(match[1] ?? match[2] ?? '', maximumPhraseWords).map((token) => token.text);
    if (words.length > 0) phrases.push(words);
    if (phrases.length >= maximumPhrases) break;
  }
  const compounds = new Map<string, string[]>();
  let run: Token[] = [];
  const close = (): void => {
    if (run.length > 1 && run.length <= maximumPhraseWords && compounds.size < 8) {
      const words = run.map((token) => token.text);
      if (!words.every((word) => isStopWord(word.toLowerCase()))) compounds.set(words.join(' '), words);
    }
    run = [];
  };
  for (const token of tokens) {
    const last = run.at(-1);
    // An apostrophe is left out: "don't" is one word to its writer and two to the index.
    if (last !== undefined && !/^[-_.@/\\:+&]{1,3}$/.test(text.slice(last.end, token.start))) close();
    run.push(token);
  }
  close();
  return { phrases, compounds: [...compounds.values()] };
}

function chunksOf(text: string): string[] {
  const pieces = text.slice(0, 4_000).split(/\s+/);
  const chunks = new Set<string>();
  for (const piece of pieces) {
    const chunk = piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (chunk !== '' && chunk.length <= 200) chunks.add(chunk);
    if (chunks.size >= maximumChunks) break;
  }
  const whole = text.trim();
  if (whole !== '' && whole.length <= 200) chunks.add(whole);
  return [...chunks];
}
