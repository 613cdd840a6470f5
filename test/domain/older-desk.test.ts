import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { openDatabase } from '../../src-main/db/open-database.ts';
import { createDesk } from '../../src-main/domain/desk.ts';
import type { Viewer } from '../../src-main/domain/viewer.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { quietLog } from '../support/quiet-log.ts';
import { actionRow, agent, monday9, smallDesk, status, ticketRow, type, user } from '../support/small-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'older-'));
afterEach(() => rmSync(folder, { recursive: true }));

const everything: Viewer = { audience: 'agents', seesPrivate: true, tickets: { kind: 'all' } };
const byAda = { agentId: agent.ada, userId: null, name: 'Ada Admin' };

/** A file as the release before workflows left it. */
function writeOlderDesk(): void {
  const before = migrations.findIndex(({ name }) => name === 'workflows');
  const rows = { ...smallDesk(), desk_ticket: [ticketRow(1)], desk_action: [actionRow(1, 1, 1)] };
  const connection = new Sqlite(join(folder, 'workbench.sqlite'));
  for (const migration of migrations.slice(0, before)) migration.up(connection);
  connection.pragma(`user_version = ${before}`);
  connection.pragma('foreign_keys = OFF');
  const lists: Readonly<Record<string, readonly object[]>> = { ...rows };
  for (const [table, list] of Object.entries(lists)) {
    const columns = connection.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    if (columns.length === 0) continue;
    const marks = columns.map(() => '?').join(', ');
    const insert = connection.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`);
    for (const row of list) insert.run(columns.map((column) => (row as Record<string, unknown>)[column]));
  }
  connection.close();
}

test('A desk from before workflows is worked on as before: no step, no action, and every change in the ledger.', () => {
  writeOlderDesk();
  const database = openDatabase(folder, createSystemPorts(quietLog));
  try {
    const { tickets } = createDesk(database.connection);
    const write = <T>(work: () => T): T => database.inChangeSet({ kind: 'edit', actor: 'test', label: 'test' }, work);
    expect(database.connection.pragma('foreign_key_check')).toEqual([]);
    expect(tickets.get(everything, 1)).toMatchObject({ statusId: status.inProgress, stepId: null, workflowId: null });
    expect(tickets.findStep(tickets.get(everything, 1))).toBe(undefined);
    expect(tickets.listOutcomes(everything, tickets.get(everything, 1), byAda)).toEqual([]);

    const occasion = { by: byAda, at: monday9 };
    write(() => tickets.close(everything, 1, { note: 'Done.', ...occasion }));
    write(() => tickets.reopen(everything, 1, { note: 'Not done.', ...occasion }));
    const typeOf = tickets.getLoggableTypeById('agents', type.incident);
    const uma = { id: user.uma, siteId: 1 };
    write(() => tickets.log({ type: typeOf, user: uma, summary: 's', details: 'd', source: 'agent', ...occasion }));
    const count = (sql: string): unknown => database.connection.prepare(sql).pluck().get();
    expect(count('SELECT count(*) FROM desk_ticket_step')).toBe(0);
    expect(count("SELECT count(*) FROM trace_change WHERE table_name = 'desk_action'")).toBe(3);
    write(() => database.connection.exec("INSERT INTO desk_workflow (name) VALUES ('New')"));
    expect(count("SELECT count(*) FROM trace_change WHERE table_name = 'desk_workflow'")).toBe(1);
  } finally {
    database.close();
  }
});
