import type { DeskRow, DeskTable } from '../../db/repositories/desk-writer.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import type { LoadContext } from './load-context.ts';

export interface Refused {
  readonly refused: string;
  /** What would have to be imported first. */
  readonly lacks?: 'ticket';
}

export type Outcome = 'created' | 'updated' | 'unchanged' | Refused;

interface RecordToSave {
  readonly kind: string;
  readonly table: DeskTable;
  readonly mapped: MappedRow;
  /** A record of the desk that the row means although no import brought it, such as the user with the same address. */
  readonly adopt?: () => number | undefined;
  /** Every column, for a new record. */
  readonly whole: () => DeskRow;
  /** What the file says of a record that is there. */
  readonly changes: (id: number) => DeskRow;
  /** Writes the rows that belong to it and says whether any changed. */
  readonly belongings?: (id: number, isNew: boolean) => boolean;
}

/** Makes or updates the record that a row means. A row that says what it said before is passed over. */
export function saveRecord({ target, records, plan }: LoadContext, save: RecordToSave): Outcome {
  const { kind, table, mapped, adopt, whole, changes, belongings } = save;
  const { externalId, fingerprint, number } = mapped;
  const known = records.find(kind, externalId, plan.source);
  if (known?.fingerprint === fingerprint) return 'unchanged';
  const id = known?.recordId ?? adopt?.();
  if (id === undefined || (id > 0 && target.find(table, id) === undefined)) {
    const made = target.insert(table, whole());
    records.add(kind, externalId, made, { number, fingerprint });
    belongings?.(made, true);
    return 'created';
  }
  const isChanged = target.update(table, id, changes(id));
  const areChanged = belongings?.(id, false) ?? false;
  if (known === undefined) records.add(kind, externalId, id, { number, fingerprint });
  else records.setFingerprint({ kind, externalId, record: known }, fingerprint);
  return isChanged || areChanged ? 'updated' : 'unchanged';
}

/** Rows that belong to a record, by what tells them apart: what is missing is made, what differs is changed. */
export function syncBelongings(
  { target }: LoadContext,
  rows: {
    readonly table: DeskTable;
    readonly parent: string;
    readonly parentId: number;
    readonly key: string;
    readonly wanted: readonly DeskRow[];
    /** Whether rows that the file does not name go; else they stay. */
    readonly removeOthers: boolean;
    readonly isNew: boolean;
  },
): boolean {
  const { table, parent, parentId, key, wanted, removeOthers, isNew } = rows;
  const present = new Map(isNew ? [] : target.listBy(table, parent, parentId).map((row) => [row[key], row] as const));
  let changed = false;
  for (const row of wanted) {
    const there = present.get(row[key] ?? null);
    if (there === undefined) {
      target.insert(table, { [parent]: parentId, ...row });
      changed = true;
    } else if (target.update(table, Number(there['id']), row)) changed = true;
    present.delete(row[key] ?? null);
  }
  if (!removeOthers) return changed;
  for (const row of present.values()) {
    target.remove(table, Number(row['id']));
    changed = true;
  }
  return changed;
}

/** Only the columns that the row fills. */
export function given(columns: Readonly<Record<string, string | number | null | undefined>>): DeskRow {
  const filled: Record<string, string | number | null> = {};
  for (const [name, value] of Object.entries(columns)) if (value !== undefined) filled[name] = value;
  return filled;
}
