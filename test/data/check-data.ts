import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import { compose, type Core } from '../../src-main/compose.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { quietLog } from '../support/quiet-log.ts';
import { countDesk, countTracker } from './count-tracker.ts';

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('Say which directory has the data: npm run test:data DIR');
const root = directory;
let failures = 0;

const read = (path: string): string => {
  const bytes = readFileSync(join(root, path));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};
const linesOf = (text: string): number => text.trim().split('\n').length;

function compare(what: string, wanted: number, found: number): void {
  if (wanted !== found) failures += 1;
  console.log(
    `  ${wanted === found ? 'ok   ' : 'WRONG'}  ${what}: ${found}${wanted === found ? '' : `, and the file has ${wanted}`}`,
  );
}

interface Desk {
  bring(path: string): Promise<Record<'read' | 'created' | 'updated' | 'unchanged' | 'refused' | 'leftOut', number>>;
  count(sql: string): number;
}

/** Over a new desk of its own; a set that is not there is passed over. */
async function check(name: string, files: readonly string[], work: (desk: Desk) => Promise<void>): Promise<void> {
  if (!files.every((file) => existsSync(join(root, file)))) return console.log(`${name}: not there`);
  console.log(name);
  const folder = mkdtempSync(join(tmpdir(), 'workbench-data-'));
  const core: Core = compose({ folder, newDesk: 'empty' }, createSystemPorts(quietLog));
  try {
    await work({
      count: (sql) => Number(core.database.connection.prepare(sql).pluck().get()),
      async bring(path) {
        const reference = { path: join(root, path) };
        const { plan } = await core.imports.inspect(reference);
        const started = performance.now();
        const id = await core.imports.start(reference, plan, { dryRun: false, actor: 'test' });
        await core.imports.settled();
        const row = core.imports.get(id);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        console.log(`  ${path}: ${row.state}, ${row.read} rows in ${seconds} s ${row.error ?? ''}`);
        return row;
      },
    });
  } finally {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const tracker = ['people', 'tickets-core', 'tickets-ui'].map((name) => `tickets-jquery/${name}.jsonl.gz`);
await check('tickets-jquery', tracker, async (desk) => {
  const [people = '', ...tickets] = tracker;
  await desk.bring(people);
  const counts = read(people)
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { comments: number }).comments);
  const agents = counts.filter((count) => count >= 30).length;
  // Beside the agent and the user that every desk has.
  compare('agents', agents, desk.count('SELECT count(*) FROM desk_agent') - 1);
  compare('users', counts.length - agents, desk.count('SELECT count(*) FROM desk_user') - 1);
  for (const file of tickets) await desk.bring(file);
  const found = countDesk(desk.count);
  const wanted = countTracker(tickets.map(read));
  for (const what of Object.keys(wanted) as (keyof typeof wanted)[]) compare(what, wanted[what], found[what]);
  for (const file of tickets)
    compare(`unchanged when it comes again`, linesOf(read(file)), (await desk.bring(file)).unchanged);
});

const incidents = 'incidents-uci/incidents-final-state.csv.gz';
await check('incidents-uci', [incidents], async (desk) => {
  const rows = read(incidents).trim().split(/\r?\n/).slice(1);
  compare('created', rows.length, (await desk.bring(incidents)).created);
  const callers = new Set(rows.map((row) => row.split(',')[7]).filter((caller) => caller !== '?'));
  compare(
    'users',
    callers.size,
    desk.count(
      "SELECT count(DISTINCT user_id) FROM desk_ticket t JOIN desk_user u ON u.id = t.user_id AND u.name <> 'Unknown user'",
    ),
  );
});

await check('servicenow-tables', ['servicenow-tables/incidents.csv', 'servicenow-tables/users.csv'], async (desk) => {
  compare(
    'users',
    linesOf(read('servicenow-tables/users.csv')) - 1,
    (await desk.bring('servicenow-tables/users.csv')).created,
  );
  compare(
    'incidents',
    linesOf(read('servicenow-tables/incidents.csv')) - 1,
    (await desk.bring('servicenow-tables/incidents.csv')).created,
  );
});

const articles = 'articles-office/articles.jsonl.gz';
await check('articles-office', [articles], async (desk) => {
  const wanted = read(articles)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { product: string });
  compare('articles', wanted.length, (await desk.bring(articles)).created);
  compare(
    'lists',
    new Set(wanted.map(({ product }) => product)).size,
    desk.count('SELECT count(DISTINCT list_id) FROM desk_article_in_list'),
  );
});

const assets = 'assets-netbox/netbox-demo.json.gz';
await check('assets-netbox', [assets], async (desk) => {
  const objects = JSON.parse(read(assets)) as { model: string; fields: { site?: number } }[];
  const devices = objects.filter(({ model }) => model === 'dcim.device');
  const { read: rows, created } = await desk.bring(assets);
  compare('objects', objects.length, rows);
  compare('devices', devices.length, created);
  compare(
    'sites',
    new Set(devices.map(({ fields }) => fields.site)).size,
    desk.count('SELECT count(DISTINCT site_id) FROM desk_asset'),
  );
});

const halo = 'halo-fixtures/homotechsual-templates';
const samples = ['Client', 'Agent', 'User', 'Ticket', 'Action', 'KBArticle', 'Asset'].map(
  (name) => `${halo}/${name}.json`,
);
await check('halo-fixtures', samples, async (desk) => {
  for (const sample of samples.filter((file) => !file.endsWith('/Action.json')))
    compare(sample, 1, (await desk.bring(sample)).created);
});

console.log(failures === 0 ? 'Everything is on the desk.' : `${failures} counts differ.`);
process.exitCode = failures === 0 ? 0 : 1;
