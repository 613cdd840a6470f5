import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { openDatabase } from '../../src-main/db/open-database.ts';
import { createDesk } from '../../src-main/domain/desk.ts';
import type { Viewer } from '../../src-main/domain/viewer.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { quietLog } from '../support/quiet-log.ts';
import { actionRow, agent, monday9, smallDesk, status, ticketRow, type, user } from '../support/small-desk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'older-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const everything: Viewer = { audience: 'agents', seesPrivate: true, tickets: { kind: 'all' } };
const byAda = { agentId: agent.ada, userId: null, name: 'Ada Admin' };

/** A file as the release before a migration left it; `write` adds to it. */
function writeOlderDesk(migration: string, write?: (connection: Database) => void): void {
  const before = migrations.findIndex(({ name }) => name === migration);
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
  write?.(connection);
  connection.close();
}

test('A desk from before workflows is worked on as before: no step, no action, and every change in the ledger.', () => {
  writeOlderDesk('workflows');
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

test('What calls created before there was a mark is marked with their endpoint, which may be gone, and nothing else is.', () => {
  writeOlderDesk('made-by-ai', (connection) => {
    connection.exec(`
      INSERT INTO conf_version (kind, object_id, body, at, by) VALUES
        ('endpoint', 'gone', '{"name":"Old","type":"user"}', 1, 'x'), ('endpoint', 'gone', '{"name":"New","type":"user"}', 2, 'x'),
        ('endpoint', 'gone', NULL, 3, 'x'), ('endpoint', 'base', '{"type":"default"}', 4, 'x'), ('settings', 'x', '{}', 5, 'x');
      INSERT INTO desk_ticket SELECT 2, type_id, status_id, priority_id, category_id, site_id, user_id, team_id, agent_id,
        service_id, parent_id, summary, details, 'mcp', opened_at, respond_by_at, responded_at, fix_by_at, held_since_at,
        held_seconds, closed_at, closure_note, last_action_at, step_id FROM desk_ticket WHERE id = 1;
      INSERT INTO trace_change_set (id, kind, actor, label, at) VALUES (1, 'call', 'agent:1', 'create_ticket', 1),
        (2, 'call', 'agent:1', 'assign_to_me', 1), (3, 'edit', 'agent:1', 'Note', 1);
      INSERT INTO trace_change (change_set_id, table_name, row_id, operation, before, after) VALUES
        (1, 'desk_ticket', 2, 'insert', NULL, '{}'), (2, 'desk_ticket', 1, 'update', '{}', '{}'),
        (3, 'desk_action', 1, 'insert', NULL, '{}');
      INSERT INTO trace_call (at, microseconds, endpoint_id, configuration_version, era, client, principal, tool, arguments,
        change_set_id) VALUES (1, 1, 'gone', 1, 'x', 'x', 'agent:1', 'create_ticket', '{}', 1),
        (1, 1, 'base', 1, 'x', 'x', 'agent:1', 'assign_to_me', '{}', 2);
    `);
  });
  const database = openDatabase(folder, createSystemPorts(quietLog));
  try {
    const read = (sql: string): unknown[] => database.connection.prepare(sql).raw().all();
    expect(read('SELECT id, virtual_agent_id FROM desk_ticket ORDER BY id')).toEqual([
      [1, null],
      [2, 'gone'],
    ]);
    expect(read('SELECT virtual_agent_id FROM desk_action')).toEqual([[null]]);
    expect(read('SELECT id, name, use FROM conf_virtual_agent ORDER BY id')).toEqual([
      ['base', 'Default endpoint', 'default_endpoint'],
      ['gone', 'New', 'user_collection'],
    ]);
    expect(read('SELECT count(*) FROM trace_change')).toEqual([[3]]);
  } finally {
    database.close();
  }
});

test('A desk from before the index of summaries has it for the tickets that it had, and keeps it.', () => {
  writeOlderDesk('title-index');
  const database = openDatabase(folder, createSystemPorts(quietLog));
  try {
    const { connection } = database;
    const find = (word: string): unknown[] =>
      connection
        .prepare('SELECT rowid FROM find_ticket_title WHERE find_ticket_title MATCH ?')
        .pluck()
        .all(`"${word}"`);
    const [first = ''] = ticketRow(1).summary.split(' ');
    expect(find(first)).toEqual([1]);
    database.inChangeSet({ kind: 'edit', actor: 'test', label: 'test' }, () =>
      connection.prepare("UPDATE desk_ticket SET summary = 'Zebra' WHERE id = 1").run(),
    );
    expect(find('zebra')).toEqual([1]);
  } finally {
    database.close();
  }
});
