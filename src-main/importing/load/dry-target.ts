import type { DeskWriter } from '../../db/repositories/desk-writer.ts';
import type { ImportRecordRepository, ImportRecordRow } from '../../db/repositories/import-record-repository.ts';
import { openSeenRecords, type SeenRecords } from '../../db/repositories/seen-records.ts';
import type { RecordBook, RowTarget } from './load-context.ts';

/** Compares with the desk and writes nothing: what would be new has ids below zero. */
export function createDryTarget(desk: Pick<DeskWriter, 'find' | 'listBy'>, made: Map<string, number>): RowTarget {
  let next = -1;
  return {
    find: (table, id) => (id < 0 ? undefined : desk.find(table, id)),
    listBy: (table, column, value) => (value < 0 ? [] : desk.listBy(table, column, value)),
    insert(table) {
      made.set(table, (made.get(table) ?? 0) + 1);
      return next--;
    },
    update(table, id, row) {
      // What a row of the same file made is only ever updated by one that says something else.
      if (id < 0) return true;
      const current = desk.find(table, id);
      return current !== undefined && Object.keys(row).some((name) => row[name] !== current[name]);
    },
    remove: () => undefined,
  };
}

export interface DryRecords extends RecordBook {
  close(): void;
}

/** Remembers, until it is closed, what a real import would write down. */
export function createDryRecords(records: ImportRecordRepository, source: string): DryRecords {
  let seen: SeenRecords | undefined;
  const findSeen = (kind: string, externalId: string): ImportRecordRow | undefined => {
    const found = seen?.find(kind, externalId);
    return found && { id: found.recordId, source, ...found };
  };
  const keep = (kind: string, externalId: string, recordId: number, fingerprint: string): void =>
    (seen ??= openSeenRecords()).put(kind, externalId, { recordId, fingerprint });
  return {
    find: (kind, externalId, from) =>
      (from === source ? findSeen(kind, externalId) : undefined) ?? records.find(kind, externalId, from),
    lookUp: (kind, externalId) => findSeen(kind, externalId) ?? records.lookUp(kind, externalId, source),
    isFrom: (kind, recordId) => recordId > 0 && records.isFrom(kind, recordId, source),
    isBrought: (table, id) => id > 0 && records.isBrought(table, id, source),
    // What is not written needs no number of its own.
    nextActionNumber: () => 1,
    add: (kind, externalId, recordId, { fingerprint = '' } = {}) => keep(kind, externalId, recordId, fingerprint),
    setFingerprint: ({ kind, externalId, record }, fingerprint) => keep(kind, externalId, record.recordId, fingerprint),
    link: () => undefined,
    close: () => seen?.close(),
  };
}
