import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { callTool, openSession, type Session } from './session-client.ts';
import { formatNumber, median, percentile, printTable } from './statistics.ts';
import { startWatched } from './watch.ts';

/** Of the system, where it has one. */
const shellProgram = 'sqlite3';
const rounds = 3;
const tables = ['desk_ticket', 'desk_action', 'desk_ticket_field'];

/**
 * Importing tickets-core of tickets-jquery with its events, once its people are there, beside what the sqlite3 shell needs
 * for the rows that come of it and one FTS5 index, in one transaction over the bare tables.
 */
export async function benchImport(data: string | undefined): Promise<void> {
  const [people, tickets] = ['people', 'tickets-core'].map((name) =>
    join(data ?? '', `tickets-jquery/${name}.jsonl.gz`),
  ) as [string, string];
  if (data === undefined || !existsSync(tickets)) {
    return console.log('\nimport: not measured. Say where tickets-jquery lies: npm run bench -- import --data FOLDER');
  }
  const shell = spawnSync(shellProgram, ['--version']).status === 0;
  if (!shell) console.log('\nimport: there is no sqlite3 shell here to compare with.');
  await compareLoads(people, tickets, shell);
  await compareCalls(people, tickets);
}

async function compareLoads(people: string, tickets: string, shell: boolean): Promise<void> {
  const rows = [];
  const ratios = [];
  for (let round = 1; round <= rounds; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
    const server = await startWatched('empty', folder);
    await server.bring(people);
    await server.reset();
    const { created, milliseconds } = await server.bring(tickets);
    const held = await server.report();
    await server.close();
    const alone = shell ? loadWithShell(folder) : Number.NaN;
    rmSync(folder, { recursive: true, force: true });
    ratios.push(milliseconds / alone);
    rows.push({
      round: String(round),
      tickets: formatNumber(created),
      'import s': formatNumber(milliseconds / 1000, 2),
      'sqlite3 s': formatNumber(alone / 1000, 2),
      ratio: formatNumber(milliseconds / alone, 2),
      'loop held p99 ms': formatNumber(held.p99, 1),
      'loop held max ms': formatNumber(held.max, 1),
    });
  }
  printTable(`Importing tickets-core; median ratio ${formatNumber(median(ratios), 2)}`, rows);
}

/** Milliseconds that the sqlite3 shell needs to load the rows of the desk in `folder` from CSV files and to index them. */
function loadWithShell(folder: string): number {
  const desk = new Sqlite(join(folder, 'workbench.sqlite'), { readonly: true });
  const schema = desk.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck();
  for (const table of tables) {
    const rows = desk.prepare<[], (string | number | null)[]>(`SELECT * FROM ${table}`).raw().all();
    writeFileSync(join(folder, `${table}.csv`), rows.map((row) => `${row.map(quote).join(',')}\n`).join(''));
  }
  // A file of that form has no NULL, which a STRICT table would not take as a text.
  const create = tables.map((table) => `${schema.get(table)?.replace(/STRICT$/, '') ?? ''};`).join('\n');
  desk.close();
  const script = `${create}\n.mode csv\nBEGIN;
${tables.map((table) => `.import ${table}.csv ${table}`).join('\n')}
CREATE VIRTUAL TABLE find USING fts5(text, tokenize = 'porter unicode61');
INSERT INTO find SELECT summary || ' ' || details FROM desk_ticket;
INSERT INTO find SELECT note FROM desk_action WHERE note <> '';
COMMIT;\n`;
  const started = performance.now();
  const { status } = spawnSync(shellProgram, ['-bail', 'shell.db'], { cwd: folder, input: script });
  if (status !== 0) throw new Error(`The sqlite3 shell ended with ${status}.`);
  return performance.now() - started;
}

const quote = (value: string | number | null): string => `"${String(value ?? '').replaceAll('"', '""')}"`;

/** Each round has a server of its own, which ends in the middle of its import. */
async function compareCalls(people: string, tickets: string): Promise<void> {
  const rows = [];
  const ratios: [number, number][] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const server = await startWatched('demo');
    try {
      const session = await openSession(server.subject);
      const id = await findTicket(session);
      await server.bring(people);
      await measureReplies(session, id, 0, wait(2_000));
      const idle = await measureReplies(session, id, 0, wait(6_000));
      const idleSparse = await measureReplies(session, id, 20, wait(6_000));
      const importing = { ended: false };
      void server.bring(tickets).then(() => (importing.ended = true));
      const busy = await measureReplies(session, id, 0, wait(12_000));
      const busySparse = await measureReplies(session, id, 20, wait(15_000));
      if (importing.ended) throw new Error('The import was over before the calls were.');
      const p95 = (taken: readonly number[]): string => formatNumber(percentile(taken, 95), 2);
      const ratio = (now: readonly number[], before: readonly number[]): number =>
        percentile(now, 95) / percentile(before, 95);
      ratios.push([ratio(busy, idle), ratio(busySparse, idleSparse)]);
      rows.push({
        round: String(round),
        'one after the other, idle': p95(idle),
        importing: p95(busy),
        ratio: formatNumber(ratio(busy, idle), 2),
        'every 20 ms, idle': p95(idleSparse),
        'importing ': p95(busySparse),
        'ratio ': formatNumber(ratio(busySparse, idleSparse), 2),
      });
    } finally {
      server.kill();
    }
  }
  const [dense, sparse] = [0, 1].map((which) => formatNumber(median(ratios.map((each) => each[which] ?? 0)), 2));
  printTable(`get_one_ticket during an import, p95 in ms; median ratios ${dense} and ${sparse}`, rows);
}

async function findTicket(session: Session): Promise<number> {
  const reply = await callTool(session, 'search_tickets', { search: 'printer' });
  const found = /tickets\\":\[\{\\"id\\":(\d+)/.exec(reply);
  if (found === null) throw new Error('The demo desk has no ticket about a printer.');
  return Number(found[1]);
}

/** Milliseconds of each reply until `end`, with a pause between two calls. */
async function measureReplies(session: Session, id: number, pause: number, end: Promise<unknown>): Promise<number[]> {
  let ended = false;
  void end.then(() => (ended = true));
  const taken: number[] = [];
  while (!ended) {
    const started = performance.now();
    const text = await callTool(session, 'get_one_ticket', { ticket_id: id });
    taken.push(performance.now() - started);
    if (text.includes('"isError":true') || !text.includes('"result"')) throw new Error(text.slice(0, 200));
    await (pause === 0 ? undefined : wait(pause));
  }
  return taken;
}
