import { bounds as usualBounds } from './bounds.ts';
import type { Candidate } from './candidates.ts';
import type { CountedWords } from './counted-words.ts';
import { describeHits, type PlainHit } from './describe-hits.ts';
import { gather } from './gather.ts';
import { identify } from './identifiers.ts';
import { indexTablesFor, type IndexTable, kinds, readsPrivateNotes, type KindOfRecord, type Scope } from './kinds.ts';
import { parseQuery } from './parse-query.ts';
import { type Part, type Plan, planQuery } from './plan.ts';
import { rank } from './rank.ts';
import { ranking as usualRanking } from './ranking.ts';
import type { Access, SearchConnection, SearchInput, SearchOutput } from './search-types.ts';
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
  { ranking = usualRanking, bounds = usualBounds, counted = undefined as CountedWords | undefined } = {},
): (input: SearchInput) => SearchOutput {
  const statements = createStatements(connection);
  const vocabulary = createVocabulary(statements, counted);
  const synonyms = createSynonyms(statements);

  const search = (input: SearchInput): SearchOutput => {
    const kind = kinds[input.kind];
    const scope = kind.scope(input);
    if (scope === undefined) return nothing;
    const query = parseQuery(input.text, { keepStopWords: kind.keepStopWords });
    const offset = Math.max(0, Math.trunc(input.offset));
    const limit = Math.min(largestPage, Math.max(0, Math.trunc(input.limit)));
    if (query.words.length === 0) return list(kind, scope, offset, limit, statements);

    const tables = indexTablesFor(input.kind, input.viewer);
    const access: Access = input.kind !== 'ticket' ? 'none' : readsPrivateNotes(input.viewer) ? 'all' : 'public';
    vocabulary.begin();
    const plan = planQuery(query, { kind, tables, vocabulary, synonyms, ranking });
    const named = identify(query, input.kind, kind, scope, statements);
    // A phrase in quotation marks is asked for as it stands; only when no record has it do its words have to do.
    const wanted = {
      count: Math.max(offset + limit, bounds.rated),
      named: named.map(({ id }) => id),
      onlyPhrases: query.onlyQuoted,
    };
    const found = gather(plan, tables, kind, scope, statements, bounds, wanted);
    const averages = { record: averageWords(tables.slice(0, 1)), note: averageWords(tables.slice(1)) };
    const ranked = rank(found, plan, input.text, {
      ...{ kind, averages, access, statements, ranking, bounds, count: offset + limit },
    });
    const first = named.map(({ id, by }) => ({ id, by, score: 1, earned: found.named.get(id) }));
    const page = [...first, ...ranked.map(({ id, score, ...earned }) => ({ id, by: undefined, score, earned }))]
      .slice(offset, offset + limit)
      .map(({ earned, ...hit }): PlainHit => ({ ...hit, parts: partsOf(plan, earned) }));
    return {
      total: named.length + found.total,
      totalIsExact: found.complete,
      hits: describeHits(page, plan, kind, access, statements),
    };
  };
  const averageWords = (tables: readonly IndexTable[]): number => {
    const totals = tables.map((table) => vocabulary.totals(table));
    const rows = totals.reduce((sum, each) => sum + each.rows, 0);
    return totals.reduce((sum, each) => sum + each.averageWords * each.rows, 0) / Math.max(1, rows);
  };
  return (input) => statements.consistently(() => search(input));
}

function partsOf({ parts }: Plan, earned: Pick<Candidate, 'own' | 'notes'> | undefined): Set<Part> {
  return new Set(parts.filter((_, at) => (earned?.own[at] ?? 0) > 0 || (earned?.notes[at] ?? 0) > 0));
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
