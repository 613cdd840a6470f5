import { bounds as usualBounds } from './bounds.ts';
import { describeHits, type PlainHit } from './describe-hits.ts';
import { type Candidate, gather } from './gather.ts';
import { identify } from './identifiers.ts';
import { indexTablesFor, kinds, readsPrivateNotes, type KindOfRecord, type Scope } from './kinds.ts';
import { parseQuery } from './parse-query.ts';
import { type Part, planQuery } from './plan.ts';
import { rank } from './rank.ts';
import { ranking as usualRanking } from './ranking.ts';
import { createCloseReader } from './read-closely.ts';
import type { SearchConnection, SearchInput, SearchOutput } from './search-types.ts';
import { createStatements, type Statements } from './statements.ts';
import { createSynonyms } from './synonyms.ts';
import { createVocabulary } from './vocabulary.ts';

export type { SearchInput, SearchKind, SearchOutput } from './search-types.ts';

const nothing: SearchOutput = { total: 0, totalIsExact: true, hits: [] };
const largestPage = 300;
/** A listing of more records than this is not counted to its end. */
const mostCounted = 10_000;

/** The search over one kind of record, on a connection that only reads. Never throws for any text. */
export function prepareSearchQuery(
  connection: SearchConnection,
  { ranking = usualRanking, bounds = usualBounds } = {},
): (input: SearchInput) => SearchOutput {
  const statements = createStatements(connection);
  const vocabulary = createVocabulary(statements);
  const synonyms = createSynonyms(statements);
  const reader = createCloseReader(statements);

  const search = (input: SearchInput): SearchOutput => {
    const kind = kinds[input.kind];
    const scope = kind.scope(input);
    if (scope === undefined) return nothing;
    const query = parseQuery(input.text, { keepStopWords: kind.keepStopWords });
    const offset = Math.max(0, Math.trunc(input.offset));
    const limit = Math.min(largestPage, Math.max(0, Math.trunc(input.limit)));
    if (query.words.length === 0) return list(kind, scope, offset, limit, statements);

    const tables = indexTablesFor(input.kind, input.viewer);
    const access = input.kind !== 'ticket' ? 'none' : readsPrivateNotes(input.viewer) ? 'all' : 'public';
    vocabulary.begin();
    const plan = planQuery(query, { kind, tables, vocabulary, synonyms, ranking });
    const { candidates, order, close, complete } = gather(plan, tables, kind, scope, statements, bounds);
    const named = identify(query, input.kind, kind, scope, statements);
    const ids = new Set(named.map(({ id }) => id));

    const all = order.flatMap((id) => candidates.get(id) ?? []).filter(({ id }) => !ids.has(id));
    // A phrase in quotation marks is asked for as it stands; only when no record has it do its words have to do.
    const exact = query.onlyQuoted ? all.filter(hasPhrase) : [];
    const { averageWords } = vocabulary.totals(kind.index);
    const context = { kind, averageWords, reader, ranking, closelyRead: close };
    const ranked = rank(exact.length > 0 ? exact : all, plan, input.text, context);
    const first = named.map(({ id, by }) => ({ id, by, score: 1, parts: partsOf(candidates.get(id)) }));
    const page: PlainHit[] = [...first, ...ranked].slice(offset, offset + limit);
    return {
      total: named.length + ranked.length,
      totalIsExact: complete,
      hits: describeHits(page, plan, kind, access, statements),
    };
  };
  return (input) => statements.consistently(() => search(input));
}

function partsOf(candidate: Candidate | undefined): Set<Part> {
  return new Set(candidate === undefined ? [] : [...candidate.own.keys(), ...candidate.notes.keys()]);
}

function hasPhrase(candidate: Candidate): boolean {
  for (const part of partsOf(candidate)) if (part.role === 'phrase') return true;
  return false;
}

/** What a query without a word is answered with: the records in their own order. */
function list(kind: KindOfRecord, scope: Scope, offset: number, limit: number, statements: Statements): SearchOutput {
  const from = `FROM ${kind.desk} d WHERE ${scope.sql}`;
  const counted = Number(
    statements.value(`SELECT count(*) FROM (SELECT 1 ${from} LIMIT ?)`, ...scope.parameters, mostCounted + 1),
  );
  const rows = statements.rows<[number]>(
    `SELECT d.id ${from} ORDER BY ${kind.order} LIMIT ? OFFSET ?`,
    ...scope.parameters,
    limit,
    offset,
  );
  const hits = rows.map(([id]) => ({ id, score: 0, parts: new Set<Part>() }));
  return {
    total: Math.min(counted, mostCounted),
    totalIsExact: counted <= mostCounted,
    hits: describeHits(hits, { parts: [], words: [], pairs: [] }, kind, 'none', statements),
  };
}
