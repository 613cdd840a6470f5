import type { ChangeSets } from '../db/change-sets.ts';
import type { CallRow } from '../db/repositories/activity-repository.ts';

export interface KeyUse {
  readonly keyId: number;
  readonly at: number;
  readonly from: string;
}

export interface ActivityRecorder {
  /**
   * Writes the row of a call that changed nothing, together with those of every other call that finished in the same
   * turn of the event loop: one durable commit for all. Resolves after the commit, so a reply sent then is never lost,
   * with the call's id.
   */
  record(row: CallRow, use: KeyUse | undefined): Promise<number>;
}

interface Store {
  /** Returns the call's id. */
  insertCall(row: CallRow): number;
  recordUse(uses: readonly KeyUse[]): void;
}

interface Waiting {
  readonly row: CallRow;
  readonly use: KeyUse | undefined;
  resolve(id: number): void;
  reject(error: unknown): void;
}

export function createActivityRecorder(changeSets: ChangeSets, store: Store): ActivityRecorder {
  let queue: Waiting[] = [];

  const flush = (): void => {
    const batch = queue;
    queue = [];
    try {
      const ids = changeSets.inTraceTransaction(() => {
        store.recordUse(latestUses(batch));
        return batch.map(({ row }) => store.insertCall(row));
      });
      for (const [index, waiting] of batch.entries()) waiting.resolve(ids[index] ?? 0);
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    }
  };

  return {
    record: (row, use) =>
      new Promise((resolve, reject) => {
        if (queue.length === 0) setImmediate(flush);
        queue.push({ row, use, resolve, reject });
      }),
  };
}

function latestUses(batch: readonly Waiting[]): KeyUse[] {
  const latest = new Map<number, KeyUse>();
  for (const { use } of batch) if (use !== undefined) latest.set(use.keyId, use);
  return [...latest.values()];
}
