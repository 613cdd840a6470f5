import type { CommittedChangeSet } from '../../db/change-sets.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import type { Traffic } from '../../domain/traffic.ts';
import type { ReaderPool } from '../../db/readers/reader-pool.ts';
import {
  type ImportRemovalRepository,
  type ImportRange,
  removals,
} from '../../db/repositories/import-removal-repository.ts';
import type { ImportRepository } from '../../db/repositories/import-repository.ts';
import { createSlices, type Slices } from './write-slices.ts';

interface Removing {
  readonly database: WorkbenchDatabase;
  readonly traffic: Traffic;
  readonly readers: Pick<ReaderPool, 'run'>;
  readonly imports: ImportRepository;
  readonly removal: ImportRemovalRepository;
  readonly changeSet: CommittedChangeSet;
  readonly signal: AbortSignal;
}

/**
 * Takes everything of an import off the desk, in slices, and makes what it updated what it was. Ended in between, it
 * goes on from there when it is called again. What others use by now stays and is counted.
 */
export async function removeImport(importId: number, removing: Removing): Promise<void> {
  const { removal, changeSet, signal } = removing;
  const slices = createSlices(removing, changeSet, signal);
  await slices.run(() => removal.restoreLast(importId));
  for (const table of removals) {
    for (const range of removal.listRanges(importId, table.table)) {
      await removeRange(importId, table, range, removing, slices);
    }
  }
  await slices.run(() => {
    removal.dropLinks(importId);
    return false;
  });
}

async function removeRange(
  importId: number,
  table: (typeof removals)[number],
  range: ImportRange,
  removing: Removing,
  slices: Slices,
): Promise<void> {
  const { database, readers, removal, imports } = removing;
  let last = range.last;
  let used = new Set<number>();
  let lookedAt = -1;
  while (last >= range.first) {
    const generation = database.generation();
    if (table.shared === true && generation !== lookedAt) {
      used = new Set(await readers.run('findUsedRows', { table: table.table, first: range.first, last }));
      // Somebody may have begun to use a row in the meantime: then it has to be looked at again.
      if (database.generation() !== generation) continue;
    }
    let kept = 0;
    removal.withoutForeignKeys(() =>
      slices.once(
        () => {
          if (used.has(last)) kept += 1;
          else removal.removeRow(table, last);
          last -= 1;
          return last >= range.first;
        },
        {
          atEnd: () => {
            removal.shrinkRange(range, last);
            if (kept > 0) imports.addKept(importId, kept);
          },
        },
      ),
    );
    lookedAt = database.generation();
    await slices.rest();
  }
}
