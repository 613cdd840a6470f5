import { findJoinedWords } from './joined-words.ts';
import type { IndexTable, KindOfRecord } from './kinds.ts';
import type { ParsedQuery, QueryWord } from './parse-query.ts';
import type { Ranking } from './ranking.ts';
import { correct } from './spelling.ts';
import type { Synonyms } from './synonyms.ts';
import { stemOf } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { emphasise, weighWord } from './word-weight.ts';

/** One question put to the index, as an FTS5 expression in which every word is quoted. */
export interface Probe {
  readonly expression: string;
  readonly weight: number;
}

/** A sequence of words by their stems that stands for a part in a text. */
export interface Form {
  readonly stems: readonly string[];
  /** What it counts beside what the query says. */
  readonly weight: number;
}

/** One thing that a query asks for: a word with its other spellings, or several words in a row. */
export interface Part {
  readonly role: 'word' | 'phrase' | 'compound' | 'synonym';
  readonly probes: readonly Probe[];
  readonly forms: readonly Form[];
  /** Index rows with it, at most. */
  readonly documents: number;
  /** How telling it is: rare words say more, and those that the query repeats. */
  readonly weight: number;
  /** As the query has it. */
  readonly label: string;
  readonly folded?: string;
  /** Stems that stand for it, to find it again in a text; for a word still being typed also its beginning. */
  readonly stems: ReadonlySet<string>;
  readonly prefix?: string | undefined;
  /** The label is misspelt: the word that a record has in its place is what matched. */
  readonly corrected: boolean;
}

export interface Plan {
  readonly parts: readonly Part[];
  /** The parts that are single words, in the order of the query. */
  readonly words: readonly Part[];
  /** Words that are neighbours in the query. */
  readonly pairs: readonly (readonly [Part, Part])[];
}

export interface PlanContext {
  readonly kind: KindOfRecord;
  readonly tables: readonly IndexTable[];
  readonly vocabulary: Vocabulary;
  readonly synonyms: Synonyms;
  readonly ranking: Ranking;
}

type Weigh = (documents: number) => number;

const maximumProbedWords = 24;
/**
 * A word in more rows than this is not taken for the beginning of another: it is most of what it begins, and for a beginning
 * the index first reads the rows of every word that has it.
 */
const mostBegun = 20_000;

/** What to ask the index for a query. Never more than some fifty parts, however long the query is. */
export function planQuery(query: ParsedQuery, context: PlanContext): Plan {
  const { kind, tables, vocabulary, ranking } = context;
  const size = vocabulary.totals(kind.index).rows;
  const weigh = (documents: number): number => {
    const n = Math.min(size, Math.max(documents, 0.5));
    return Math.max(1e-6, weighWord(n, size, ranking.commonWords ? 1 : 0));
  };
  const known = query.words.map((word) => {
    const documents = vocabulary.documents(tables, word.stem);
    return { word, documents, emphasis: emphasise(word.count, ranking.k3) };
  });
  const chosen =
    known.length <= maximumProbedWords
      ? known
      : [...known]
          .sort((a, b) => b.emphasis * weigh(b.documents) - a.emphasis * weigh(a.documents))
          .slice(0, maximumProbedWords);
  const last = query.open ? query.words.at(-1) : undefined;
  const byWord = new Map<QueryWord, Part>();
  for (const { word, documents, emphasis } of chosen) {
    const part = planWord(word, documents, word === last, context, weigh);
    byWord.set(word, { ...part, weight: part.weight * emphasis });
  }
  const sequences = [
    ...query.phrases.map((words) => ({ role: 'phrase' as const, words })),
    ...query.compounds.map((words) => ({ role: 'compound' as const, words })),
  ].map(({ role, words }) => planSequence(role, words, context, weigh));
  const pairs = query.pairs.flatMap(([left, right]) => {
    const [a, b] = [query.words[left], query.words[right]];
    const [first, second] = [a && byWord.get(a), b && byWord.get(b)];
    return first && second ? [[first, second] as const] : [];
  });
  const words = [...byWord.values()];
  return { words, pairs, parts: [...words, ...sequences, ...planSynonyms(query, context, weigh)] };
}

function planWord(
  word: QueryWord,
  documents: number,
  typing: boolean,
  { kind, tables, vocabulary }: PlanContext,
  weigh: Weigh,
): Part {
  const probes: Probe[] = [{ expression: quoted([word.text]), weight: 1 }];
  const forms: Form[] = [{ stems: [word.stem], weight: 1 }];
  const stems = new Set([word.stem]);
  let total = documents;
  let prefix: string | undefined;
  const add = (other: string, stem: string, weight: number): void => {
    if (stems.has(stem)) return;
    stems.add(stem);
    probes.push({ expression: quoted([other]), weight });
    forms.push({ stems: [stem], weight });
  };
  // Scripts written without spaces make one long word of a sentence, so there every word is a beginning.
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word.folded);
  const isBegun = typing && word.folded.length >= kind.shortestPrefix && documents <= mostBegun;
  if (unspaced || isBegun) {
    probes.push({ expression: `${quoted([word.text])}*`, weight: unspaced ? 1 : beginningWeight });
    prefix = word.folded;
    for (const longer of completions(word, tables, vocabulary)) add(longer.word, longer.stem, 0.5);
  }
  const misspelt = documents === 0 && stems.size === 1 && !begins(prefix, tables, vocabulary);
  const corrections = misspelt ? correct(word.folded, tables, vocabulary) : [];
  for (const correction of corrections) {
    add(correction.word, correction.stem, 0.8);
    total += correction.documents;
  }
  const label = word.text.toLowerCase();
  const corrected = corrections.length > 0;
  const { folded } = word;
  return {
    role: 'word',
    probes,
    forms,
    documents: total,
    weight: weigh(total),
    label,
    folded,
    stems,
    prefix,
    corrected,
  };
}

/** What a longer word counts beside the beginning that was typed. */
export const beginningWeight = 0.4;

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

function planSequence(role: 'phrase' | 'compound', words: readonly string[], context: PlanContext, weigh: Weigh): Part {
  const stems = words.map((word) => stemOf(word));
  const documents = countSequence(stems, context);
  const weight = role === 'phrase' && words.length > 1 ? 1 : 0.3;
  return {
    role,
    probes: [{ expression: quoted(words), weight }],
    forms: [{ stems, weight }],
    documents,
    weight: weigh(documents),
    label: words.join(' ').toLowerCase(),
    stems: new Set(),
    corrected: false,
  };
}

/** At most so many rows have the words in a row. */
function countSequence(stems: readonly string[], { tables, vocabulary }: PlanContext): number {
  return Math.min(...stems.map((stem) => vocabulary.documents(tables, stem)));
}

/** What a synonym counts beside what the query says. */
const synonymWeight = 0.6;

/** What the query says in other words. Those of a text that has both count as well: it is about the matter twice over. */
function planSynonyms(query: ParsedQuery, context: PlanContext, weigh: Weigh): Part[] {
  const { tables, vocabulary } = context;
  const ways = [...context.synonyms.find(query.said), ...findJoinedWords(query.said, tables, vocabulary)];
  return ways.flatMap(({ said, others }) => {
    const known = others
      .map((words) => ({ words, stems: words.map((word) => stemOf(word)) }))
      .filter(({ stems }) => countSequence(stems, context) > 0);
    if (known.length === 0) return [];
    const documents = known.reduce((sum, { stems }) => sum + countSequence(stems, context), 0);
    const saidBy = countSequence(
      said.map((word) => stemOf(word)),
      context,
    );
    return {
      role: 'synonym' as const,
      probes: known.map(({ words }) => ({ expression: quoted(words), weight: synonymWeight })),
      forms: known.map(({ stems }) => ({ stems, weight: synonymWeight })),
      documents,
      weight: weigh(documents + saidBy),
      label: said.join(' ').toLowerCase(),
      stems: new Set(known.flatMap(({ stems }) => (stems.length === 1 ? stems : []))),
      corrected: true,
    };
  });
}

/** Nothing of a query is ever FTS5 syntax: words are letters, digits and marks, and always stand in quotes. */
function quoted(words: readonly string[]): string {
  return `"${words.join(' ').replace(/["\0]/g, ' ')}"`;
}
