import type { ImportWriter } from '../../db/repositories/desk-writer.ts';
import type { ImportRecordRepository } from '../../db/repositories/import-record-repository.ts';
import type { RecordBook, RowTarget } from './load-context.ts';

/** Writes rows to the desk. Inside a change set only. */
export function createDeskTarget(
  writer: ImportWriter,
  listBy: RowTarget['listBy'],
  made: Map<string, number>,
): RowTarget {
  return {
    find: writer.find,
    listBy,
    insert(table, row) {
      made.set(table, (made.get(table) ?? 0) + 1);
      return writer.insert(table, row);
    },
    update: writer.update,
    remove: writer.remove,
  };
}

export function createRecordBook(
  records: ImportRecordRepository,
  writer: ImportWriter,
  { importId, source }: { importId: number; source: string },
): RecordBook {
  return {
    find: records.find,
    lookUp: (kind, externalId) => records.lookUp(kind, externalId, source),
    isFrom: (kind, recordId) => records.isFrom(kind, recordId, source),
    isBrought(table, id) {
      // A ticket may come twice within one transaction.
      writer.flush();
      return records.isBrought(table, id, source);
    },
    nextActionNumber: records.nextActionNumber,
    add: (kind, externalId, recordId, { number = '', fingerprint = '' } = {}) =>
      void writer.insert('trace_import_record', {
        ...{ kind, external_id: externalId, source, number, record_id: recordId, fingerprint },
      }),
    setFingerprint: ({ record }, fingerprint) => void writer.update('trace_import_record', record.id, { fingerprint }),
    link: (recordId, externalId) => records.addLink(importId, recordId, externalId),
  };
}
