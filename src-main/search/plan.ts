import type { IndexTable, KindOfRecord } from './kinds.ts';
import type { ParsedQuery, QueryWord } from './parse-query.ts';
import { correct } from './spelling.ts';
import { stemOf } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One question put to the index, as an FTS5 expression in which every word is quoted. */
export interface Probe {
  readonly expression: string;
  readonly weight: number;
}

/** One thing that a query asks for: a word with its other spellings, a phrase, or two words close together. */
export interface Part {
  readonly role: 'word' | 'phrase' | 'compound' | 'near';
  readonly probes: readonly Probe[];
  /** Index rows with it, at most. */
  readonly documents: number;
  /** How telling it is: rare words say more. */
  readonly weight: number;
  /** As the query has it. */
  readonly label: string;
  /** Stems that stand for it, to find it again in a text; for a word still being typed also its beginning. */
  readonly stems: ReadonlySet<string>;
  readonly prefix?: string | undefined;
  /** The label is misspelt: the word that a record has in its place is what matched. */
  readonly corrected: boolean;
}

export interface Plan {
  readonly parts: readonly Part[];
  /** The words' places in `parts` for each place in the query's words. */
  readonly words: readonly Part[];
}

const maximumProbedWords = 24;
const maximumNear = 4;

/** What to ask the index for a query. Never more than some forty parts, however long the query is. */
export function planQuery(
  query: ParsedQuery,
  kind: KindOfRecord,
  tables: readonly IndexTable[],
  vocabulary: Vocabulary,
): Plan {
  const size = vocabulary.size(kind.desk);
  const weigh = (documents: number): number => {
    const n = Math.min(size, Math.max(documents, 0.5));
    return Math.log(1 + (size - n + 0.5) / (n + 0.5));
  };
  const known = query.words.map((word) => ({ word, documents: vocabulary.documents(tables, word.stem) }));
  const chosen =
    known.length <= maximumProbedWords
      ? known
      : [...known]
          .sort((a, b) => b.word.count * weigh(b.documents) - a.word.count * weigh(a.documents))
          .slice(0, maximumProbedWords);
  const last = query.open ? query.words.at(-1) : undefined;
  const byWord = new Map<QueryWord, Part>();
  for (const { word, documents } of chosen) {
    byWord.set(word, planWord(word, documents, word === last, kind, tables, vocabulary, weigh));
  }
  const sequences = [
    ...query.phrases.map((words) => ({ role: 'phrase' as const, words })),
    ...query.compounds.map((words) => ({ role: 'compound' as const, words })),
  ].map(({ role, words }) => planSequence(role, words, tables, vocabulary, weigh));
  const words = [...byWord.values()];
  return { words, parts: [...words, ...sequences, ...planNear(query, byWord)] };
}

function planWord(
  word: QueryWord,
  documents: number,
  typing: boolean,
  kind: KindOfRecord,
  tables: readonly IndexTable[],
  vocabulary: Vocabulary,
  weigh: (documents: number) => number,
): Part {
  const probes: Probe[] = [{ expression: quoted([word.text]), weight: 1 }];
  const stems = new Set([word.stem]);
  let total = documents;
  let prefix: string | undefined;
  // Scripts written without spaces make one long word of a sentence, so there every word is a beginning.
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word.folded);
  if (unspaced || (typing && word.folded.length >= kind.shortestPrefix)) {
    probes.push({ expression: `${quoted([word.text])}*`, weight: unspaced ? 1 : 0.4 });
    prefix = word.folded;
    for (const stem of completions(word, tables, vocabulary)) {
      if (stems.has(stem.stem)) continue;
      stems.add(stem.stem);
      probes.push({ expression: quoted([stem.word]), weight: 0.5 });
    }
  }
  const corrected = documents === 0 && stems.size === 1 && !begins(prefix, tables, vocabulary);
  const corrections = corrected ? correct(word.folded, tables, vocabulary) : [];
  for (const correction of corrections) {
    probes.push({ expression: quoted([correction.word]), weight: 0.8 });
    stems.add(correction.stem);
    total += correction.documents;
  }
  return {
    role: 'word',
    probes,
    documents: total,
    weight: weigh(total),
    label: word.text.toLowerCase(),
    stems,
    prefix,
    corrected: corrections.length > 0,
  };
}

const completing = [
  'e',
  's',
  'd',
  'g',
  'n',
  'ed',
  'ng',
  'ing',
  'on',
  'ion',
  'ation',
  'tion',
  'er',
  'r',
  'y',
  'nt',
  'ent',
];
completing.push('ment', 'ly', 'al', 'ity', 'ic', 'able', 'ies');

/** The index holds "configur" where somebody is typing "configurat": words on the way to a longer one with a shorter stem. */
function completions(word: QueryWord, tables: readonly IndexTable[], vocabulary: Vocabulary) {
  const found: { word: string; stem: string }[] = [];
  if (word.folded.length < 4) return found;
  const tried = new Set<string>([word.stem]);
  for (const ending of completing) {
    const longer = word.folded + ending;
    const stem = stemOf(longer);
    // Longer stems are met by the beginning itself.
    if (stem.length >= word.folded.length || tried.has(stem)) continue;
    tried.add(stem);
    if (vocabulary.documents(tables, stem) > 0) found.push({ word: longer, stem });
  }
  return found;
}

function begins(prefix: string | undefined, tables: readonly IndexTable[], vocabulary: Vocabulary): boolean {
  return prefix !== undefined && tables.some((table) => vocabulary.hasBeginning(table, prefix));
}

function planSequence(
  role: 'phrase' | 'compound',
  words: readonly string[],
  tables: readonly IndexTable[],
  vocabulary: Vocabulary,
  weigh: (documents: number) => number,
): Part {
  const counts = words.map((word) => vocabulary.documents(tables, stemOf(word.toLowerCase())));
  const documents = Math.min(...counts);
  return {
    role,
    probes: [{ expression: quoted(words), weight: role === 'phrase' && words.length > 1 ? 1 : 0.3 }],
    documents,
    weight: weigh(documents),
    label: words.join(' ').toLowerCase(),
    stems: new Set(),
    corrected: false,
  };
}

/** Pairs of neighbouring words, the most telling first. A record that has them close together is more likely meant. */
function planNear(query: ParsedQuery, byWord: ReadonlyMap<QueryWord, Part>): Part[] {
  const pairs = query.pairs.flatMap(([left, right]) => {
    const [a, b] = [query.words[left], query.words[right]];
    const [first, second] = [a && byWord.get(a), b && byWord.get(b)];
    return a && b && first && second && first.documents > 0 && second.documents > 0 ? [{ first, second }] : [];
  });
  return pairs
    .sort((a, b) => b.first.weight + b.second.weight - a.first.weight - a.second.weight)
    .slice(0, maximumNear)
    .map(({ first, second }) => ({
      role: 'near',
      probes: [{ expression: `NEAR(${bestOf(first)} ${bestOf(second)}, 4)`, weight: 1 }],
      documents: Math.min(first.documents, second.documents),
      weight: Math.min(first.weight, second.weight),
      label: '',
      stems: new Set<string>(),
      corrected: false,
    }));
}

/** The word itself, or the likeliest of the words it may be meant for. */
function bestOf(part: Part): string {
  return part.probes[part.corrected ? 1 : 0]?.expression ?? '""';
}

/** Nothing of a query is ever FTS5 syntax: words are letters, digits and marks, and always stand in quotes. */
function quoted(words: readonly string[]): string {
  return `"${words.join(' ').replace(/["\0]/g, ' ')}"`;
}
