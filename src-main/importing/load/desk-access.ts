import type { Connection } from '../../db/repositories/connection.ts';
import { createDeskWriter } from '../../db/repositories/desk-writer.ts';
import { createIndexLoad } from '../../db/repositories/index-load.ts';
import { createImportLookupRepository } from '../../db/repositories/import-lookup-repository.ts';
import { createImportRecordRepository } from '../../db/repositories/import-record-repository.ts';

/** What imports read and write of the desk, over one connection; its statements are prepared once. */
export function createDeskAccess(connection: Connection) {
  const index = createIndexLoad(connection);
  return {
    index,
    writer: createDeskWriter(connection, index),
    records: createImportRecordRepository(connection),
    lookups: createImportLookupRepository(connection),
  };
}

export type DeskAccess = ReturnType<typeof createDeskAccess>;
