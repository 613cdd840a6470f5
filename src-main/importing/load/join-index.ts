import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChangeSets } from '../../db/change-sets.ts';
import type { IndexLoad } from '../../db/repositories/index-load.ts';

/** Of one portion; the number of pages follows from how long the last ones took. */
const portion = 3;
const fewest = 4;
const most = 200;

/** Joins the pieces in which a load leaves the full-text index, a portion at a time. */
export function createIndexJoin(changeSets: Pick<ChangeSets, 'inTraceTransaction'>, index: IndexLoad) {
  let pages = 16;
  let turn = 0;

  const joinOne = (): boolean => {
    const started = performance.now();
    const didJoin = changeSets.inTraceTransaction(() => index.join(turn, pages));
    const took = performance.now() - started;
    if (took > portion) pages = Math.max(fewest, Math.floor(pages / 2));
    else if (didJoin) pages = Math.min(most, pages + 4);
    return didJoin;
  };

  return {
    /** One portion of one index, the next time of the next. */
    step(): void {
      joinOne();
      turn += 1;
    },
    /** Everything that is left, and then the index is kept as usual again. */
    async finish(signal: AbortSignal): Promise<void> {
      for (turn = 0; turn < index.indexes; turn += 1) {
        while (!signal.aborted && joinOne()) await nextTurn();
      }
      if (!signal.aborted) changeSets.inTraceTransaction(index.settle);
    },
  };
}
