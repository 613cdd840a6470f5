import type { Viewer } from '../domain/viewer.ts';
import { bounds as usualBounds } from './bounds.ts';
import type { CountedWords } from './counted-words.ts';
import { gather } from './gather.ts';
import { kinds, type KindOfRecord } from './kinds.ts';
import { parseQuery, type QueryWord } from './parse-query.ts';
import type { Part } from './plan.ts';
import { ranking } from './ranking.ts';
import { readRecords } from './read-closely.ts';
import { createAlikeScorer, type SaidWord } from './score-alike.ts';
import type { SearchConnection } from './search-types.ts';
import { createStatements } from './statements.ts';
import { createVocabulary } from './vocabulary.ts';
import { emphasise, weighWord } from './word-weight.ts';

export interface AlikeInput {
  readonly ticketId: number;
  readonly viewer: Viewer;
  readonly tickets: number;
  readonly articles: number;
}

export interface Alike {
  readonly id: number;
  /** 0 to 1: how much of what the ticket says the record says, and for tickets where and when. */
  readonly score: number;
  /** The words of the ticket that it has, the most telling first. */
  readonly words: readonly string[];
  /** Tickets: of the same category, and by how many days they were logged apart. */
  readonly sameCategory: boolean;
  readonly daysApart: number | null;
}

export interface AlikeOutput {
  readonly tickets: readonly Alike[];
  readonly articles: readonly Alike[];
}

const nothing: AlikeOutput = { tickets: [], articles: [] };
const mostTitleWords = 24;
const mostBodyWords = 24;
const mostReasons = 8;
/** What the same category adds, and having been logged at the same time; the half-life of that. */
const byCategory = 0.2;
const byTime = 0.2;
const halfLife = 180 * 86_400_000;

type Subject = readonly [title: string, body: string, category: number | null, openedAt: number];

/**
 * Tickets and articles like a ticket, the likest first, within what the viewer may see; nothing for a ticket out of sight.
 * What is compared is summaries and details: notes say what was done and often name the ticket that was found.
 */
export function prepareFindAlike(
  connection: SearchConnection,
  { bounds = usualBounds, counted = undefined as CountedWords | undefined } = {},
): (input: AlikeInput) => AlikeOutput {
  const statements = createStatements(connection);
  const vocabulary = createVocabulary(statements, counted);

  const findAmong = (
    kind: KindOfRecord,
    kindName: 'ticket' | 'article',
    subject: Subject,
    { ticketId, viewer }: AlikeInput,
    limit: number,
  ): Alike[] => {
    const scope = kind.scope({ kind: kindName, text: '', viewer, offset: 0, limit });
    if (scope === undefined || limit === 0) return [];
    const [title, body, category, openedAt] = subject;
    const { rows, columnWords } = vocabulary.totals(kind.index);
    const documents = (stem: string): number => Math.min(rows, vocabulary.documents([kind.index], stem));
    const said = choose(title, body, documents, rows);
    if (said.length === 0) return [];

    const parts = said.map((word) => partOf(word, documents(word.stem)));
    const named = kindName === 'ticket' ? [ticketId] : [];
    const wanted = { count: limit, named, onlyPhrases: false };
    const plan = { parts, words: parts, pairs: [] };
    const { likeliest, close } = gather(plan, [kind.index], kind, scope, statements, bounds, wanted);
    const [ofTitle = 1, ...others] = columnWords;
    const score = createAlikeScorer(said, { title: ofTitle, body: others.reduce((sum, each) => sum + each, 0) });
    const ideal = score(title, [body]).score * (kindName === 'ticket' ? 1 + byCategory + byTime : 1);
    const ids = likeliest.ids.slice(0, close);
    const records = readRecords(kind, ids, bounds.characters, statements);
    const categories =
      kindName === 'ticket' ? readCategories(ids) : new Map<number, readonly [number | null, number]>();
    return [...records]
      .map(([id, { columns }]): Alike => {
        const { score: alike, earned } = score(columns[0] ?? '', columns.slice(1));
        const [other, opened] = categories.get(id) ?? [null, undefined];
        const sameCategory = category !== null && other === category;
        const apart = opened === undefined ? undefined : Math.abs(opened - openedAt);
        const times =
          1 + (sameCategory ? byCategory : 0) + (apart === undefined ? 0 : byTime * 2 ** (-apart / halfLife));
        return {
          id,
          score: Math.round(Math.min(1, (alike * times) / ideal) * 10_000) / 10_000,
          words: reasons(said, earned),
          sameCategory,
          daysApart: apart === undefined ? null : Math.round(apart / 86_400_000),
        };
      })
      .filter(({ words: shared }) => shared.length > 0)
      .sort((one, other) => other.score - one.score || one.id - other.id)
      .slice(0, limit);
  };

  const readCategories = (ids: readonly number[]): Map<number, readonly [number | null, number]> =>
    new Map(
      statements
        .rows<[number, number | null, number]>(
          'SELECT id, category_id, opened_at FROM desk_ticket WHERE id IN (SELECT value FROM json_each(?))',
          JSON.stringify(ids),
        )
        .map(([id, category, openedAt]) => [id, [category, openedAt]]),
    );

  const find = (input: AlikeInput): AlikeOutput => {
    const scope = kinds.ticket.scope({ kind: 'ticket', text: '', viewer: input.viewer, offset: 0, limit: 1 });
    if (scope === undefined) return nothing;
    const [subject] = statements.rows<Subject>(
      `SELECT summary, substr(details, 1, 20000), category_id, opened_at FROM desk_ticket d WHERE id = ? AND (${scope.sql})`,
      input.ticketId,
      ...scope.parameters,
    );
    if (subject === undefined) return nothing;
    vocabulary.begin();
    return {
      tickets: findAmong(kinds.ticket, 'ticket', subject, input, input.tickets),
      articles: findAmong(kinds.article, 'article', subject, input, input.articles),
    };
  };
  return (input) => statements.consistently(() => find(input));
}

/** All words of the title, and of the rest those that tell most. */
function choose(title: string, body: string, documents: (stem: string) => number, rows: number): SaidWord[] {
  const read = (text: string): readonly QueryWord[] => parseQuery(text, { keepStopWords: false }).words;
  const weighed = (words: readonly QueryWord[]) =>
    words.flatMap((word) => {
      const known = documents(word.stem);
      return known === 0 ? [] : [{ word, weight: weighWord(known, rows), says: emphasise(word.count, ranking.k3) }];
    });
  const chosen = new Map<string, SaidWord>();
  for (const { word, weight, says } of weighed(read(title)).slice(0, mostTitleWords)) {
    chosen.set(word.stem, { text: word.text, stem: word.stem, weight, inTitle: says, inBody: 0 });
  }
  const telling = weighed(read(body)).sort((a, b) => b.weight * b.says - a.weight * a.says);
  for (const { word, weight, says } of telling.slice(0, mostBodyWords)) {
    const { text, stem } = word;
    const inTitle = chosen.get(stem)?.inTitle ?? 0;
    chosen.set(stem, { text, stem, weight, inTitle, inBody: says });
  }
  return [...chosen.values()];
}

/** What the index is asked for a word; what only the body says counts less there. */
function partOf({ text, stem, weight, inTitle }: SaidWord, documents: number): Part {
  return {
    role: 'word',
    probes: [{ expression: `"${text.replace(/["\0]/g, ' ')}"`, weight: 1 }],
    forms: [],
    documents,
    weight: weight * (inTitle > 0 ? 1 : 0.4),
    label: text,
    stems: new Set([stem]),
    corrected: false,
  };
}

function reasons(words: readonly SaidWord[], earned: Float64Array): string[] {
  return words
    .map(({ text }, at) => ({ text: text.toLowerCase(), worth: earned[at] ?? 0 }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, mostReasons)
    .map(({ text }) => text);
}
