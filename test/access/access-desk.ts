import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createAccess } from '../../src-main/access/create-access.ts';
import { openDatabase } from '../../src-main/db/open-database.ts';
import type { Ports } from '../../src-main/ports.ts';

/** People that applications act as, made anew for every test. */
const people = `
  INSERT INTO desk_role (id, name, administrator, tickets, articles, customers, assets, time, sees) VALUES
    (1, 'Technician', 0, 'edit', 'read', 'read', 'none', 'edit', 'teams'),
    (2, 'Administrator', 1, 'edit', 'edit', 'edit', 'edit', 'edit', 'all');
  INSERT INTO desk_team (id, name) VALUES (1, 'First line'), (2, 'Networks');
  INSERT INTO desk_agent (id, name, email, role_id, api_only, disabled, created_at) VALUES
    (1, 'Tess', 'tess@desk.example', 1, 0, 0, 0),
    (2, 'Gone', 'gone@desk.example', 2, 0, 1, 0),
    (3, 'Ada', 'ada@desk.example', 2, 0, 0, 0),
    (4, 'Robot', 'robot@desk.example', 1, 1, 0, 0);
  INSERT INTO desk_agent_team (agent_id, team_id) VALUES (1, 1), (1, 2);
  INSERT INTO desk_client (id, name, created_at) VALUES (7, 'Northwind', 0);
  INSERT INTO desk_site (id, client_id, name) VALUES (9, 7, 'Harbour');
  INSERT INTO desk_user (id, site_id, name, email, sees, inactive, created_at) VALUES
    (1, 9, 'Uma', 'uma@northwind.example', 'site', 0, 0),
    (2, 9, 'Left', 'left@northwind.example', 'own', 1, 0),
    (3, 9, 'Ada at home', 'ada@desk.example', 'own', 0, 0);`;

/** Access over a real database in a folder of its own, with a clock that the test moves and a log that it reads. */
export function openAccessDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'access-'));
  const clock = { now: Date.UTC(2026, 0, 5, 9) };
  const logged: string[] = [];
  const write = (message: string, details?: Record<string, unknown>) =>
    void logged.push(
      message + JSON.stringify(details, (_key, value: unknown) => (value instanceof Error ? value.stack : value)),
    );
  let ids = 0;
  const ports: Ports = {
    now: () => clock.now,
    uuid: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    randomBytes: (count) => randomBytes(count),
    log: { info: write, warn: write, error: write },
  };

  let database = openDatabase(folder, ports);
  const editDesk = (sql: string) =>
    database.inChangeSet({ kind: 'edit', actor: 'test', label: 'test' }, () => void database.connection.exec(sql));
  editDesk(people);
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  return {
    get database() {
      return database;
    },
    access: createAccess(database, ports),
    ports,
    clock,
    logged,
    editDesk,
    /** Closes the database and opens it again, as another start of the program does. */
    restart() {
      database.close();
      database = openDatabase(folder, ports);
      return createAccess(database, ports);
    },
    /** Everything that the data folder's files hold, the write-ahead log included. */
    bytesOnDisk: () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))),
  };
}
