import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { openDatabase } from '../../src-main/db/open-database.ts';
import { createNewDeskRows } from '../../src-main/domain/demo/prepare-new-desk.ts';
import { defaultRules } from '../../src-main/domain/suggestions/default-rules.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { quietLog } from '../support/quiet-log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'older-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The rules of a file whose schema was the last one without them. */
function migrated(fill: string): unknown[] {
  const before = migrations.findIndex(({ name }) => name === 'suggestions');
  const older = new Sqlite(join(folder, 'workbench.sqlite'));
  for (const migration of migrations.slice(0, before)) migration.up(older);
  older.exec(fill);
  older.pragma(`user_version = ${before}`);
  older.close();
  const database = openDatabase(folder, createSystemPorts(quietLog));
  try {
    return database.connection.prepare('SELECT * FROM desk_suggestion_rule ORDER BY id').all();
  } finally {
    database.close();
  }
}

test('A desk that was there before gets the rules that a new one starts with.', () => {
  expect(migrated("INSERT INTO desk_status (name, kind, sequence) VALUES ('New', 'open', 1)")).toEqual(defaultRules);
});

test('A folder without a desk gets none: the desk that it is given brings its own.', () => {
  expect(migrated('')).toEqual([]);
});

test.each(['demo', 'empty'] as const)('The %s desk starts with a rule for everything but the type.', (kind) => {
  const { desk_suggestion_rule: rules, desk_suggestion: made } = createNewDeskRows(kind, Date.UTC(2026, 5, 5, 16));
  expect(rules).toEqual(defaultRules);
  expect(rules.map(({ proposes }) => proposes)).toEqual(['category', 'priority', 'team', 'agent', 'resolution']);
  expect(made).toEqual([]);
});
