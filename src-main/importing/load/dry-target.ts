import type { DeskWriter } from '../../db/repositories/desk-writer.ts';
import type { ImportRecordRepository, ImportRecordRow } from '../../db/repositories/import-record-repository.ts';
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
      const current = id < 0 ? undefined : desk.find(table, id);
      return current !== undefined && Object.keys(row).some((name) => row[name] !== current[name]);
    },
    remove: () => undefined,
  };
}

/** Remembers in memory what a real import would write down: some hundred bytes for each record of the file. */
export function createDryRecords(records: ImportRecordRepository, source: string): RecordBook {
  const added = new Map<string, ImportRecordRow>();
  const numbers = new Map<number, number>();
  const key = (kind: string, externalId: string): string => `${kind} ${externalId}`;
  return {
    find: (kind, externalId, from) =>
      (from === source ? added.get(key(kind, externalId)) : undefined) ?? records.find(kind, externalId, from),
    lookUp: (kind, externalId) => added.get(key(kind, externalId)) ?? records.lookUp(kind, externalId, source),
    isFrom: (kind, recordId) => recordId > 0 && records.isFrom(kind, recordId, source),
    isBrought: (table, id) => id > 0 && records.isBrought(table, id, source),
    nextActionNumber(ticketId) {
      const number = (numbers.get(ticketId) ?? 0) + 1;
      numbers.set(ticketId, number);
      return number;
    },
    add: (kind, externalId, recordId, { fingerprint = '' } = {}) =>
      void added.set(key(kind, externalId), { id: recordId, source, recordId, fingerprint }),
    setFingerprint: () => undefined,
    link: () => undefined,
  };
}
