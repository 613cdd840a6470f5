import type { RecordKind } from '../../../src-shared/domain/record-kinds.ts';
import type { Connection } from './connection.ts';
import { createReadTogether } from './read-together.ts';
import { labelOfColumn, recordTables } from './record-tables.ts';
import { createReferenceNames } from './reference-names.ts';
import { setupWords } from './setup-words.ts';
import type { Row, Value } from './record-repository.ts';
import { createStatementCache } from './statement-cache.ts';

export interface TraceQuery {
  readonly kind: RecordKind;
  readonly id: number;
  readonly offset: number;
  readonly limit: number;
}

type Operation = 'insert' | 'update' | 'delete' | 'bulk';

interface ChangeRow {
  readonly table: string;
  readonly id: number;
  readonly operation: Operation;
  readonly before: string | null;
  readonly after: string | null;
}

interface SetRow {
  readonly changeSetId: number;
  readonly at: number;
  readonly kind: 'call' | 'edit' | 'import' | 'reset' | 'rule' | 'timer';
  readonly actor: string;
  readonly label: string;
  readonly callId: number | null;
  readonly tool: string | null;
  readonly application: string | null;
  readonly endpointId: string | null;
  readonly endpointName: string | null;
}

export interface TraceField {
  readonly column: string;
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface TraceEntryRow extends SetRow {
  readonly operation: Operation | undefined;
  readonly fields: readonly TraceField[];
  readonly rows: readonly { operation: 'insert' | 'update' | 'delete'; label: string; text: string }[];
}

export interface TraceAnswer {
  readonly rows: readonly TraceEntryRow[];
  readonly total: number;
}

const flags = new Set([
  'inactive',
  'disabled',
  'important',
  'api_only',
  'shown_to_users',
  'shown_to_agents',
  'private',
  'agents_can_log',
  'users_can_log',
  'is_default',
  'holds_sla',
  'allows_all_outcomes',
  'required',
  'quick',
  'for_agents',
  'for_users',
  'always',
  'note_required',
]);
/** Of a long text the trace shows the beginning; the record has the rest. */
const mostText = 2000;

/** Who or what changed a record, change set by change set, in words. */
export function createTraceRepository(connection: Connection) {
  const prepare = createStatementCache(connection);
  const together = createReadTogether(connection);
  const references = createReferenceNames(connection);

  /** Every change of the record and of the rows that belong to it, or once did. */
  const changesOf = (kind: RecordKind, id: number) => {
    const { table, children } = recordTables[kind];
    const own = 'SELECT id FROM trace_change WHERE table_name = ? AND row_id = ?';
    const ofChildren = children.map(({ table: child, parent, through }) => {
      const isRecord =
        through === undefined ? '= ?' : `IN (SELECT id FROM ${through.table} WHERE ${through.parent} = ?)`;
      return `
        SELECT c.id FROM ${child} r CROSS JOIN trace_change c ON c.table_name = ? AND c.row_id = r.id WHERE r.${parent} ${isRecord}
        UNION SELECT c.id FROM trace_change d INDEXED BY trace_change_deleted
          CROSS JOIN trace_change c ON c.table_name = d.table_name AND c.row_id = d.row_id
        WHERE d.operation = 'delete' AND d.table_name = ? AND json_extract(d.before, '$.${parent}') ${isRecord}`;
    });
    return {
      sql: [own, ...ofChildren].join(' UNION '),
      parameters: [table, id, ...children.flatMap((child) => [child.table, id, child.table, id])],
    };
  };

  const setColumns = `s.id AS changeSetId, s.at, s.kind, s.actor, s.label, k.id AS callId, k.tool,
    k.endpoint_id AS endpointId, v.name AS endpointName, p.name AS application
    FROM trace_change_set s LEFT JOIN trace_call k ON k.change_set_id = s.id
    LEFT JOIN conf_virtual_agent v ON v.id = k.endpoint_id
    LEFT JOIN access_application p ON p.id = k.application_id`;

  const nameOf = (table: string, value: Value): string | undefined => {
    if (value === null) return undefined;
    return references.nameOf(table, value) ?? `${labelOfColumn(table.replace('desk_', ''))} ${value}, which is gone`;
  };

  const wordsFor = (table: string) => {
    const pointing = references.targetsOf(table);
    return (column: string, value: Value | undefined): string | undefined => {
      if (value === null || value === undefined) return undefined;
      const target = pointing.get(column);
      if (target !== undefined) return nameOf(target, value);
      if (flags.has(column)) return value === 1 ? 'Yes' : 'No';
      if (column in setupWords) return setupWords[column]?.(value);
      if (column.endsWith('_at') && typeof value === 'number') return new Date(value).toISOString();
      return String(value).slice(0, mostText);
    };
  };

  const actorName = (actor: string): string => {
    const [, kind, id] = /^(agent|user|service):(.+)$/.exec(actor) ?? [];
    if (kind === undefined || id === undefined) return actor;
    const table = { agent: 'desk_agent', user: 'desk_user', service: 'access_application' }[kind] ?? 'desk_agent';
    const row = prepare<{ name: string }>(`SELECT name FROM ${table} WHERE id = ?`).get(
      kind === 'service' ? id : Number(id),
    );
    return row?.name ?? `${kind} ${id}, who is gone`;
  };

  const describe = (kind: RecordKind, set: SetRow, changes: readonly ChangeRow[]): TraceEntryRow => {
    const { table, children } = recordTables[kind];
    const own = changes.filter((change) => change.table === table);
    const words = wordsFor(table);
    const fields = own.flatMap(({ before, after }) => {
      const [was, is] = [parse(before), parse(after)];
      return Object.keys({ ...was, ...is })
        .filter((column) => column !== 'id')
        .map((column) => ({
          column,
          label: labelOfColumn(column),
          before: words(column, was[column]),
          after: words(column, is[column]),
        }))
        .filter((field) => field.before !== field.after);
    });
    const rows = changes.flatMap((change) => {
      const child = children.find((each) => each.table === change.table);
      if (child === undefined || change.operation === 'bulk') return [];
      const childWords = wordsFor(child.table);
      // A row that was updated says what changed; the row as it is says which one it is.
      const current = prepare<Row>(`SELECT * FROM ${child.table} WHERE id = ?`).get(change.id);
      const row = { ...parse(change.before), ...current, ...parse(change.after) };
      const parts = child.text.map((column) => childWords(column, row[column]));
      const text = parts.filter((part) => part !== undefined && part !== '').join(': ');
      return [{ operation: change.operation, label: child.label, text }];
    });
    return { ...set, actor: actorName(set.actor), operation: own[0]?.operation, fields, rows };
  };

  /** How a record came to be that no entry of its own tells of: it was loaded with the desk. */
  const findOrigin = (kind: RecordKind, id: number): TraceEntryRow | undefined => {
    const { table } = recordTables[kind];
    const told = prepare(
      "SELECT 1 FROM trace_change WHERE table_name = ? AND row_id = ? AND operation = 'insert' LIMIT 1",
    ).get(table, id);
    if (told !== undefined || prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) === undefined) return undefined;
    const set =
      prepare<SetRow>(
        `SELECT ${setColumns} WHERE s.id = (SELECT i.change_set_id FROM trace_import_range r
          JOIN trace_import i ON i.id = r.import_id
          WHERE r.table_name = ? AND r.first_id <= ? AND r.last_id >= ? ORDER BY r.first_id DESC LIMIT 1)`,
      ).get(table, id, id) ??
      prepare<SetRow>(
        `SELECT ${setColumns} WHERE s.id = (SELECT b.change_set_id FROM trace_change b INDEXED BY trace_change_bulk
          CROSS JOIN trace_change_set o ON o.id = b.change_set_id AND o.kind = 'reset'
          WHERE b.operation = 'bulk' ORDER BY b.id DESC LIMIT 1)`,
      ).get();
    return set && { ...set, actor: actorName(set.actor), operation: 'bulk', fields: [], rows: [] };
  };

  return {
    /** The latest change set first. */
    read: ({ kind, id, offset, limit }: TraceQuery): TraceAnswer =>
      together(() => {
        const { sql, parameters } = changesOf(kind, id);
        const touched = prepare<{ id: number; changeSetId: number }>(
          `SELECT c.id, c.change_set_id AS changeSetId FROM trace_change c WHERE c.id IN (${sql}) ORDER BY c.id`,
        ).all(...parameters);
        const bySet = new Map<number, number[]>();
        for (const change of touched) {
          const known = bySet.get(change.changeSetId);
          if (known === undefined) bySet.set(change.changeSetId, [change.id]);
          else known.push(change.id);
        }
        const sets = [...bySet.keys()].sort((one, other) => other - one);
        const rows = sets.slice(offset, offset + limit).flatMap((setId) => {
          const set = prepare<SetRow>(`SELECT ${setColumns} WHERE s.id = ?`).get(setId);
          const changes = prepare<ChangeRow>(
            `SELECT table_name AS "table", row_id AS id, operation, before, after FROM trace_change
             WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
          ).all(JSON.stringify(bySet.get(setId) ?? []));
          return set === undefined ? [] : [describe(kind, set, changes)];
        });
        const origin = findOrigin(kind, id);
        if (origin === undefined) return { rows, total: sets.length };
        const isHere = offset <= sets.length && offset + limit > sets.length;
        return { rows: isHere ? [...rows, origin] : rows, total: sets.length + 1 };
      }),
  };
}

function parse(json: string | null): Row {
  return json === null ? {} : (JSON.parse(json) as Row);
}
