import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import type { DeskReads } from '../../src-main/db/readers/desk-reads.ts';
import { openReadOnly } from '../../src-main/db/open-database.ts';
import { createRandom } from '../../src-main/domain/demo/random.ts';
import type { Viewer } from '../../src-main/domain/viewer.ts';
import { prepareSearchQuery } from '../../src-main/search/search-query.ts';
import { noBounds } from '../support/no-bounds.ts';
import { serveCore } from '../support/serve-core.ts';
import { actionsPerTicket, makeLargeDesk } from './large-desk.ts';
import { callTool, openSession } from './session-client.ts';
import { formatNumber, percentile, printTable } from './statistics.ts';

const sizes = [2_000, 10_000, 100_000];
const largest = 1_000_000;
const questions = 200;
type Filters = Partial<Parameters<DeskReads['listTickets']>[0]>;
const viewer: Viewer = { audience: 'agents', seesPrivate: true, tickets: { kind: 'all' } };

/**
 * What takes how long as a desk grows, to a million tickets where `large` is said. `desks` is a folder that keeps the desks
 * that were made, and is looked in first.
 */
export async function benchScale(desks: string | undefined, large: boolean, data: string | undefined): Promise<void> {
  const parent = desks ?? mkdtempSync(join(tmpdir(), 'bench-scale-'));
  const samples = data === undefined ? undefined : readSamples(data);
  const rows = [];
  for (const tickets of large ? [...sizes, largest] : sizes) {
    const folder = join(parent, `${samples === undefined ? '' : 'like-a-tracker-'}${tickets}`);
    if (!existsSync(join(folder, 'workbench.sqlite'))) await makeLargeDesk(folder, tickets, samples);
    rows.push(await measureDesk(folder, tickets));
  }
  if (desks === undefined) rmSync(parent, { recursive: true, force: true });
  printTable('As a desk grows; p95 in ms unless it says otherwise', rows);
  if (!large) console.log('A million tickets are added by --large; making them takes some ten minutes and 3 GB.');
}

/** What the tickets of tickets-jquery and their comments say. */
function readSamples(data: string): string[] {
  const file = join(data, 'tickets-jquery/tickets-core.jsonl.gz');
  const lines = gunzipSync(readFileSync(file))
    .toString()
    .split('\n')
    .filter((line) => line !== '');
  return lines.flatMap((line) => {
    const { summary, description, events } = trackedTicket.parse(JSON.parse(line));
    return [`${summary}. ${description}`, ...events.map(({ comment }) => comment)].map(withoutCode);
  });
}

const trackedTicket = z.object({
  summary: z.string(),
  description: z.string(),
  events: z.array(z.object({ comment: z.string() })),
});
const withoutCode = (text: string): string => text.replace(/\{\{\{[\s\S]*?\}\}\}/g, ' ');

async function measureDesk(folder: string, tickets: number): Promise<Record<string, string>> {
  const file = join(folder, 'workbench.sqlite');
  const texts = sampleQuestions(file);
  const started = performance.now();
  const served = await serveCore({ folder, readerThreads: 2 });
  const opened = performance.now() - started;
  try {
    const { core } = served;
    // As the program does when it starts.
    core.warm();
    const began = performance.now();
    await core.readers.countWords();
    const counted = performance.now() - began;
    const session = await openSession({ url: served.endpoint, headers: { 'x-halo-api-key': served.createKey() } });
    const search = await time(texts, (text) => callTool(session, 'search_tickets', { search: text }));
    const ids = sampleIds(file, 500);
    const get = await time(ids, (id) => callTool(session, 'get_one_ticket', { ticket_id: id }));
    const list = (filters: Filters) =>
      core.deskReads.listTickets({
        open: 'all',
        sort: 'lastActionAt',
        descending: true,
        offset: 0,
        limit: 50,
        now: core.ports.now(),
        ...filters,
      });
    const filters: Filters[] = [
      {},
      { open: 'open' },
      { unassigned: true, open: 'open' },
      { overdue: true, open: 'open' },
    ];
    const many = Array.from({ length: 80 }, (_, at) => filters[at % filters.length] ?? {});
    const first = await time(many, (filter) => list(filter));
    const counts = await time(many, () => core.deskReads.countDesk({ now: core.ports.now() }));
    const note = await time(ids, (id) =>
      callTool(session, 'add_note_to_ticket', { ticket_id: id, note: 'Looked at again.' }),
    );
    return {
      tickets: formatNumber(tickets),
      actions: formatNumber(tickets * actionsPerTicket),
      MB: formatNumber(statSync(file).size / 1e6),
      'search p50': formatNumber(percentile(search, 50), 1),
      search: formatNumber(percentile(search, 95), 1),
      'top ten kept': formatNumber(compareWithExhaustive(file, texts), 3),
      get_one_ticket: formatNumber(percentile(get, 95), 2),
      'first page': formatNumber(percentile(first, 95), 1),
      counts: formatNumber(percentile(counts, 95), 1),
      'add note': formatNumber(percentile(note, 95), 2),
      'open once': formatNumber(opened),
      'words counted': formatNumber(counted),
    };
  } finally {
    await served.close();
  }
}

/** Milliseconds for each, one after the other. */
async function time<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (const item of items) {
    const started = performance.now();
    const answer = await work(item);
    taken.push(performance.now() - started);
    if (typeof answer === 'string' && !/"isError":false|"content":/.test(answer)) throw new Error(answer.slice(0, 200));
  }
  return taken;
}

/**
 * How many of the ten best of the exhaustive ranking the search has among its own, on average: no bound on how many rows
 * the index ranks, and, of a million tickets, the best 20,000 read closely, since reading all would take hours.
 */
function compareWithExhaustive(file: string, texts: readonly string[]): number {
  const connection = openReadOnly(file);
  const usual = prepareSearchQuery(connection);
  const exhaustive = prepareSearchQuery(connection, { bounds: { ...noBounds, closelyRead: 20_000, rated: 0 } });
  const kept = texts.map((text) => {
    const [best, found] = [exhaustive, usual].map((run) =>
      run({ kind: 'ticket', text, viewer, offset: 0, limit: 10 }).hits.map(({ id }) => id),
    ) as [number[], number[]];
    return best.length === 0 ? 1 : best.filter((id) => found.includes(id)).length / best.length;
  });
  connection.close();
  return kept.reduce((sum, each) => sum + each, 0) / kept.length;
}

function sampleIds(file: string, count: number): number[] {
  const connection = new Sqlite(file, { readonly: true });
  const [least, most] = connection.prepare('SELECT min(id), max(id) FROM desk_ticket').raw().get() as [number, number];
  connection.close();
  const random = createRandom(3);
  return Array.from({ length: count }, () => random.integer(least, most));
}

/** Four to nine words in a row from what a ticket says, as somebody would describe it. */
function sampleQuestions(file: string): string[] {
  const random = createRandom(5);
  const connection = new Sqlite(file, { readonly: true });
  const read = connection
    .prepare<[number], string>("SELECT summary || '. ' || details FROM desk_ticket WHERE id = ?")
    .pluck();
  const texts = sampleIds(file, questions).map((id) => {
    const words = (read.get(id) ?? 'printer').split(/\s+/);
    const length = random.integer(4, 9);
    const at = random.integer(0, Math.max(0, words.length - length));
    return words.slice(at, at + length).join(' ');
  });
  connection.close();
  return texts;
}
