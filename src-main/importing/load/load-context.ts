import type { ImportLookupRepository } from '../../db/repositories/import-lookup-repository.ts';
import type { ImportRecordRow } from '../../db/repositories/import-record-repository.ts';
import type { DeskRow, DeskTable, WrittenTable } from '../../db/repositories/desk-writer.ts';
import type { ImportPlan } from '../../../src-shared/domain/import-plan.ts';

/** Where rows go: the desk, or in a dry run nowhere, under ids that nothing has. */
export interface RowTarget {
  find(table: WrittenTable, id: number): DeskRow | undefined;
  listBy(table: WrittenTable, column: string, value: number): DeskRow[];
  insert(table: WrittenTable, row: DeskRow): number;
  /** Writes the columns that differ and says whether there were any. */
  update(table: WrittenTable, id: number, row: DeskRow): boolean;
  remove(table: DeskTable, id: number): void;
}

/** The ids of other systems. */
export interface RecordBook {
  find(kind: string, externalId: string, source: string): ImportRecordRow | undefined;
  /** In this source, else in the only other one that has it. */
  lookUp(kind: string, externalId: string): ImportRecordRow | undefined;
  /** Whether this source has an id for the record. */
  isFrom(kind: string, recordId: number): boolean;
  /** Whether the row came with an import from this source, and not as an action of its own. */
  isBrought(table: DeskTable, id: number): boolean;
  nextActionNumber(ticketId: number): number;
  add(kind: string, externalId: string, recordId: number, more?: { number?: string; fingerprint?: string }): void;
  setFingerprint(of: { kind: string; externalId: string; record: ImportRecordRow }, fingerprint: string): void;
  link(recordId: number, externalId: string): void;
}

/** What writing rows of one import needs. */
export interface LoadContext {
  readonly plan: ImportPlan;
  readonly target: RowTarget;
  readonly records: RecordBook;
  readonly lookups: ImportLookupRepository;
  /** Epoch milliseconds; what has no time of its own is from now. */
  readonly now: number;
  /** What does not refuse a row and should be known; counted by its text. */
  remark(text: string): void;
}
