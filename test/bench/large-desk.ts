import type { Database } from 'better-sqlite3';
import { compose } from '../../src-main/compose.ts';
import { createIndexLoad } from '../../src-main/db/repositories/index-load.ts';
import { createRandom } from '../../src-main/domain/demo/random.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { quietLog } from '../support/quiet-log.ts';
import { inventTexts } from './invent-texts.ts';

export const actionsPerTicket = 5;
const day = 86_400_000;
const atOnce = 5_000;

/**
 * Makes a demo desk in the folder and adds tickets with five actions each, of the last ten years, until there are so many.
 * Their texts read like the samples, or like the demo desk's own. The same for the same number. A million tickets take some minutes and 6 GB.
 */
export async function makeLargeDesk(folder: string, tickets: number, samples?: readonly string[]): Promise<void> {
  const core = compose({ folder, newDesk: 'demo' }, createSystemPorts(quietLog));
  const { connection } = core.database;
  const index = createIndexLoad(connection);
  const ids = (sql: string): number[] => connection.prepare<[], number>(sql).pluck().all();
  const lists = readLists(connection);
  const random = createRandom(7);
  const texts = inventTexts(samples ?? readSamples(connection), 11);
  const now = Math.max(...ids('SELECT max(last_action_at) FROM desk_ticket'));
  const addTicket = connection.prepare<unknown[]>(`INSERT INTO desk_ticket (type_id, status_id, priority_id,
    category_id, site_id, user_id, team_id, agent_id, summary, details, source, opened_at, last_action_at, closed_at,
    closure_note, held_seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'import', ?, ?, ?, '', 0)`);
  const addAction = connection.prepare<unknown[]>(`INSERT INTO desk_action (ticket_id, number, kind, outcome,
    agent_id, user_id, actor, private, note, seconds, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`);
  const write = (): void => {
    const status = random.chance(0.9) ? random.pick(lists.closed) : random.pick(lists.open);
    const opened = now - random.integer(0, 3650 * day);
    const last = Math.min(now, opened + random.integer(1, 20 * day));
    const user = random.pick(lists.users);
    const agent = random.pick(lists.agents);
    const { lastInsertRowid } = addTicket.run([
      ...[random.pick(lists.types), status, random.pick(lists.priorities), random.pick(lists.categories)],
      ...[user.site_id, user.id, random.pick(lists.teams), agent, texts.summary(), texts.paragraph(3), opened, last],
      lists.closed.includes(status) ? last : null,
    ]);
    for (let number = 1; number <= actionsPerTicket; number += 1) {
      const byAgent = number % 2 === 0;
      addAction.run([
        ...[lastInsertRowid as number, number, number === 1 ? 'logged' : 'note', number === 1 ? 'Logged' : 'Comment'],
        ...[byAgent ? agent : null, byAgent ? null : user.id, byAgent ? 'An agent' : 'A user'],
        random.chance(0.2) ? 1 : 0,
        texts.paragraph(random.integer(1, 2)),
        opened + Math.floor(((last - opened) * number) / actionsPerTicket),
      ]);
    }
  };
  let [total = 0] = ids('SELECT count(*) FROM desk_ticket');
  await core.database.inLoad(async () => {
    while (total < tickets) {
      const unlearned = index.createUnlearned();
      const tables = ['desk_ticket', 'desk_action'];
      for (const table of tables) unlearned.add(table, next(connection, table));
      core.database.inChangeSet({ kind: 'import', actor: 'bench', label: 'tickets', ledger: 'summary' }, () => {
        index.pause();
        for (let added = 0; added < atOnce && total < tickets; added += 1, total += 1) write();
        index.goOn();
        for (const table of tables) unlearned.add(table, next(connection, table) - 1);
        while (unlearned.learn(atOnce * actionsPerTicket, true));
      });
      await core.database.relief();
    }
  });
  connection.exec('ANALYZE');
  await core.close();
}

function next(connection: Database, table: string): number {
  return Number(connection.prepare(`SELECT coalesce(max(id), 0) + 1 FROM ${table}`).pluck().get());
}

function readLists(connection: Database) {
  const ids = (sql: string): number[] => connection.prepare<[], number>(sql).pluck().all();
  return {
    types: ids('SELECT id FROM desk_ticket_type'),
    open: ids("SELECT id FROM desk_status WHERE kind = 'open'"),
    closed: ids("SELECT id FROM desk_status WHERE kind = 'closed'"),
    priorities: ids('SELECT id FROM desk_priority'),
    categories: ids('SELECT id FROM desk_category'),
    teams: ids('SELECT id FROM desk_team'),
    agents: ids('SELECT id FROM desk_agent'),
    users: connection.prepare<[], { id: number; site_id: number }>('SELECT id, site_id FROM desk_user').all(),
  };
}

function readSamples(connection: Database): string[] {
  return connection
    .prepare<[], string>(
      `SELECT summary || '. ' || details FROM desk_ticket UNION SELECT note FROM desk_action WHERE note <> ''
       UNION SELECT description FROM desk_article UNION SELECT resolution FROM desk_article`,
    )
    .pluck()
    .all();
}
