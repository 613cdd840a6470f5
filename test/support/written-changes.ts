import type { Database } from 'better-sqlite3';

/** One thing that a client asked for: the marker stands in its arguments and in whatever it wrote. */
export interface WrittenChange {
  readonly marker: string;
  readonly tool: string;
  /** What the ledger says of the change set, such as `insert desk_action`, sorted. */
  readonly ledger: readonly string[];
  readonly actions: number;
  readonly tickets: number;
  readonly calls: number;
}

/** Every change that a call made, put together from the desk, the ledger and the activity log, each read by itself. */
export function listWrittenChanges(connection: Database): Map<string, WrittenChange> {
  const actions = countByMarker(connection, 'SELECT note FROM desk_action');
  const tickets = countByMarker(connection, 'SELECT details FROM desk_ticket');
  const calls = connection
    .prepare<[], { id: number; tool: string; arguments: string; changeSetId: number }>(
      'SELECT id, tool, arguments, change_set_id AS changeSetId FROM trace_call WHERE change_set_id IS NOT NULL',
    )
    .all();
  const ledgers = new Map<number, string[]>();
  const entries = connection
    .prepare<[], { id: number; entry: string }>(
      `SELECT change_set_id AS id, operation || ' ' || table_name AS entry FROM trace_change WHERE operation <> 'bulk'
       ORDER BY entry`,
    )
    .all();
  for (const { id, entry } of entries) ledgers.set(id, [...(ledgers.get(id) ?? []), entry]);

  const changes = new Map<string, WrittenChange>();
  for (const call of calls) {
    const marker = readMarker(call.arguments);
    changes.set(marker, {
      marker,
      tool: call.tool,
      ledger: ledgers.get(call.changeSetId) ?? [],
      actions: actions.get(marker) ?? 0,
      tickets: tickets.get(marker) ?? 0,
      calls: (changes.get(marker)?.calls ?? 0) + 1,
    });
  }
  for (const marker of [...actions.keys(), ...tickets.keys()]) {
    const orphan = { marker, tool: 'none', ledger: [], calls: 0 };
    if (changes.has(marker)) continue;
    changes.set(marker, { ...orphan, actions: actions.get(marker) ?? 0, tickets: tickets.get(marker) ?? 0 });
  }
  return changes;
}

/** How many rows there are of each kind that every write must leave one of, or of a ledger entry without its call. */
export function countTraces(connection: Database): Record<'changeSets' | 'calls' | 'strayEntries', number> {
  const count = (sql: string): number => Number(connection.prepare(sql).pluck().get());
  return {
    changeSets: count("SELECT count(*) FROM trace_change_set WHERE kind = 'call'"),
    calls: count('SELECT count(DISTINCT change_set_id) FROM trace_call WHERE change_set_id IS NOT NULL'),
    strayEntries: count(
      `SELECT count(*) FROM trace_change WHERE operation <> 'bulk'
         AND change_set_id NOT IN (SELECT change_set_id FROM trace_call WHERE change_set_id IS NOT NULL)`,
    ),
  };
}

/** The markers of calls that wrote nothing but their activity row. */
export function listMarkersOfReads(connection: Database): Set<string> {
  const rows = connection.prepare<[], string>('SELECT arguments FROM trace_call WHERE change_set_id IS NULL').pluck();
  return new Set(rows.all().map(readMarker));
}

/** What SQLite finds wrong with the file and its references: nothing, in a sound one. */
export function findDamage(connection: Database): string[] {
  const lines = connection.prepare<[], string>('PRAGMA integrity_check').pluck().all();
  const broken = connection.prepare<[], { table: string }>('PRAGMA foreign_key_check').all();
  return [...lines.filter((line) => line !== 'ok'), ...broken.map(({ table }) => `A row of ${table} points nowhere.`)];
}

/** A word that occurs nowhere else; the digits are spelt so that a search finds it as one word. */
export function createMarker(round: number, client: number, number: number): string {
  return `marker${round}x${client}x${number}`;
}

function readMarker(text: string): string {
  return /marker\d+x\d+x\d+/.exec(text)?.[0] ?? '';
}

function countByMarker(connection: Database, sql: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of connection.prepare<[], string>(sql).pluck().all()) {
    const marker = readMarker(text);
    if (marker !== '') counts.set(marker, (counts.get(marker) ?? 0) + 1);
  }
  return counts;
}
