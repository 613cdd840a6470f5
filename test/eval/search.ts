import { existsSync } from 'node:fs';
import type { Viewer } from '../../src-main/domain/viewer.ts';
import { openReadOnly } from '../../src-main/db/open-database.ts';
import { type Ranking, ranking } from '../../src-main/search/ranking.ts';
import { prepareFindAlike } from '../../src-main/search/find-alike.ts';
import { prepareSearchQuery } from '../../src-main/search/search-query.ts';
import { noBounds } from '../support/no-bounds.ts';
import { openCorpusDesk } from './open-corpus-desk.ts';
import { createPlainFullText } from './plain-full-text.ts';
import { findRetrievalSets, type Question, readRetrievalSet, type RetrievalSet } from './read-retrieval-set.ts';
import { average, measure, type Measures, percentile } from './retrieval-measures.ts';

const viewer: Viewer = { audience: 'agents', seesPrivate: false, tickets: { kind: 'all' } };
const less = (change: Partial<Ranking>) => ({ ranking: { ...ranking, ...change } });
/** Each takes one thing away from the search. */
const without: Readonly<Record<string, Parameters<typeof prepareSearchQuery>[1]>> = {
  'common words': less({ commonWords: false }),
  passages: less({ passage: 0 }),
  neighbours: less({ adjacent: 0, near: 0 }),
  'the title': less({ titleAnswers: 0, titleAnswered: 0, titleOrder: 0, titleSame: 0 }),
  'the form': less({ otherForm: 1 }),
  repetition: less({ k3: 0 }),
  recency: less({ recency: 0 }),
  bounds: { bounds: noBounds },
};
const ablate = process.argv.includes('--ablate');
const [folder] = process.argv.slice(2).filter((each) => !each.startsWith('--'));
if (folder === undefined || !existsSync(folder) || findRetrievalSets(folder).length === 0) {
  console.error(
    'Usage: npm run eval:search -- FOLDER [--ablate]\nFOLDER is, or contains, folders in BEIR layout: corpus.jsonl, queries*.jsonl, qrels*.tsv.',
  );
  process.exit(2);
}

console.log(columns('set', 'queries', ['R@1', 'R@5', 'R@10', 'MRR@10', 'nDCG@10', 'Hit@10', 'p50 ms', 'p95 ms']));
for (const each of findRetrievalSets(folder)) await evaluate(readRetrievalSet(each));

async function evaluate(set: RetrievalSet): Promise<void> {
  const desk = openCorpusDesk(set);
  const plain = createPlainFullText(set.corpus);
  const reader = openReadOnly(desk.file);
  // One more than is judged, since the document that a question was made from is left out.
  const input = { kind: set.tickets ? 'ticket' : 'article', viewer, offset: 0, limit: 11 } as const;
  const ask = async (text: string) => (await desk.search.search({ ...input, text })).hits.map(({ id }) => id);
  await ask('warm up');
  const findAlike = prepareFindAlike(reader);
  const alike = (subject: string | undefined) =>
    findAlike({
      ticketId: set.corpus.findIndex(({ _id }) => _id === subject) + 1,
      viewer,
      tickets: 10,
      articles: 0,
    }).tickets.map(({ id }) => id);
  for (const [name, questions] of set.questions) {
    console.log(`${set.name}: ${name}`);
    print('search', await judge(set, questions, ({ text }) => ask(text)));
    print('plain FTS5', await judge(set, questions, async ({ text }) => plain.search(text, 11)));
    if (set.tickets) print('matching', await judge(set, questions, async ({ exclude }) => alike(exclude)));
    for (const [what, change] of ablate ? Object.entries(without) : []) {
      const run = prepareSearchQuery(reader, change);
      const askWithout = async ({ text }: Question) => run({ ...input, text }).hits.map(({ id }) => id);
      print(`without ${what}`, await judge(set, questions, askWithout));
    }
  }
  plain.close();
  reader.close();
  await desk.close();
}

interface Judgement extends Measures {
  readonly queries: number;
  readonly p50: number;
  readonly p95: number;
}

async function judge(
  { corpus }: RetrievalSet,
  questions: readonly Question[],
  ask: (question: Question) => Promise<number[]>,
): Promise<Judgement> {
  const times: number[] = [];
  const measures: Measures[] = [];
  for (const question of questions) {
    const { exclude, relevant } = question;
    const from = performance.now();
    const ids = await ask(question);
    times.push(performance.now() - from);
    const ranked = ids.map((id) => corpus[id - 1]?._id ?? '').filter((id) => id !== exclude);
    measures.push(measure(ranked, relevant));
  }
  return { ...average(measures), queries: questions.length, p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

function print(name: string, j: Judgement): void {
  const shares = [j.recall1, j.recall5, j.recall10, j.mrr10, j.ndcg10, j.hit10].map((share) => share.toFixed(3));
  console.log(columns(`  ${name}`, String(j.queries), [...shares, j.p50.toFixed(1), j.p95.toFixed(1)]));
}

function columns(name: string, queries: string, values: readonly string[]): string {
  return name.padEnd(24) + queries.padStart(8) + values.map((value) => value.padStart(9)).join('');
}
