import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, openReadOnly } from '../../src-main/db/open-database.ts';
import { loadDeskRows } from '../../src-main/db/repositories/desk-load.ts';
import type { DeskRows } from '../../src-main/domain/demo/desk-rows.ts';
import type { Viewer } from '../../src-main/domain/viewer.ts';
import { prepareSearchQuery, type SearchInput, type SearchKind } from '../../src-main/search/search-query.ts';
import { monday9, smallDesk } from '../support/small-desk.ts';

export const agentViewer: Viewer = { audience: 'agents', seesPrivate: true, tickets: { kind: 'all' } };
export const publicViewer: Viewer = { audience: 'agents', seesPrivate: false, tickets: { kind: 'all' } };
export const userViewer: Viewer = { audience: 'users', seesPrivate: false, tickets: { kind: 'user', userId: 1 } };

type More = Partial<Omit<SearchInput, 'kind' | 'text'>>;

/** The small desk and more rows in a folder of their own, searched through a connection that only reads. */
export function openSearchDesk(rows: Partial<DeskRows> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'search-'));
  const silent = () => undefined;
  const log = { info: silent, warn: silent, error: silent };
  const ports = { now: () => monday9, uuid: () => 'one', randomBytes: (n: number) => Buffer.alloc(n), log };
  const database = openDatabase(folder, ports);
  const load = { kind: 'reset', actor: 'test', label: 'rows', ledger: 'summary' } as const;
  database.inChangeSet(load, () => loadDeskRows(database.connection, { ...smallDesk(), ...rows }));
  const reader = openReadOnly(database.file);
  const run = prepareSearchQuery(reader);
  const search = (kind: SearchKind, text: string, more: More = {}) =>
    run({ kind, text, viewer: agentViewer, offset: 0, limit: 10, ...more });
  return {
    search,
    ids: (kind: SearchKind, text: string, more: More = {}) => search(kind, text, more).hits.map((hit) => hit.id),
    connection: database.connection,
    /** Runs one statement on the desk as an edit would. */
    write: (sql: string, ...parameters: (string | number | null)[]) =>
      database.inChangeSet({ kind: 'edit', actor: 'test', label: 'test' }, () =>
        database.connection.prepare(sql).run(...parameters),
      ),
    close: () => {
      reader.close();
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
