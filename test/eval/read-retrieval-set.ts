import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const document = z.object({
  _id: z.coerce.string(),
  title: z.string().default(''),
  text: z.string().default(''),
  metadata: z.object({ opened: z.iso.datetime().optional(), component: z.string().optional() }).optional(),
});
const question = z.object({
  _id: z.coerce.string(),
  text: z.string(),
  body: z.string().optional(),
  exclude: z.string().optional(),
});

export type CorpusDocument = z.infer<typeof document>;

export interface Question {
  readonly text: string;
  /** The document that the question was made from, which is no answer to it. */
  readonly exclude: string | undefined;
  /** Grade of every relevant document. */
  readonly relevant: ReadonlyMap<string, number>;
}

export interface RetrievalSet {
  readonly name: string;
  /** Documents are tickets, and the questions ask for tickets like another. */
  readonly tickets: boolean;
  readonly corpus: readonly CorpusDocument[];
  /** By the name of what is asked: the file of the queries and, where tickets have a body, how much of them is asked. */
  readonly questions: ReadonlyMap<string, readonly Question[]>;
}

/** The folders in BEIR layout under a folder; the folder itself when it is one. */
export function findRetrievalSets(folder: string): string[] {
  if (corpusOf(folder) !== undefined) return [folder];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((each) => statSync(each).isDirectory() && corpusOf(each) !== undefined)
    .sort();
}

export function readRetrievalSet(folder: string): RetrievalSet {
  const corpus = readLines(corpusOf(folder) ?? '').map((line) => document.parse(JSON.parse(line)));
  const known = new Set(corpus.map(({ _id }) => _id));
  const grades = readGrades(folder, known);
  const questions = new Map<string, Question[]>();
  let tickets = basename(folder).startsWith('dup-');
  for (const file of readdirSync(folder)
    .filter((name) => /^queries.*\.jsonl(\.gz)?$/.test(name))
    .sort()) {
    const rows = readLines(join(folder, file)).map((line) => question.parse(JSON.parse(line)));
    const name = file.replace(/\.jsonl(\.gz)?$/, '');
    const asked = rows.flatMap((row) => {
      const relevant = grades.get(row._id);
      return relevant === undefined ? [] : [{ ...row, exclude: row.exclude, relevant }];
    });
    if (rows.some((row) => row.exclude !== undefined)) tickets = true;
    questions.set(name, asked);
    if (rows.some((row) => row.body !== undefined)) {
      questions.set(
        `${name} with body`,
        asked.map((row) => ({ ...row, text: `${row.text}\n${row.body ?? ''}` })),
      );
    }
  }
  return { name: basename(folder), tickets, corpus, questions };
}

function corpusOf(folder: string): string | undefined {
  return ['corpus.jsonl.gz', 'corpus.jsonl'].map((name) => join(folder, name)).find((file) => existsSync(file));
}

function readLines(file: string): string[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** Relevance by query and document, from every `qrels*.tsv` of the folder and of its folder `qrels`. */
function readGrades(folder: string, known: ReadonlySet<string>): Map<string, Map<string, number>> {
  const grades = new Map<string, Map<string, number>>();
  for (const place of [folder, join(folder, 'qrels')].filter((each) => existsSync(each))) {
    for (const file of readdirSync(place).filter((name) => name.endsWith('.tsv'))) {
      for (const line of readLines(join(place, file)).slice(1)) {
        const [query = '', id = '', grade = ''] = line.split('\t');
        if (!(Number(grade) > 0) || !known.has(id)) continue;
        const ofQuery = grades.get(query) ?? new Map<string, number>();
        grades.set(query, ofQuery.set(id, Number(grade)));
      }
    }
  }
  return grades;
}
