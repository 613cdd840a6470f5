import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChangeSets, CommittedChangeSet } from '../../db/change-sets.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';

/** Of one transaction, without what is done at its end: with it and the commit a slice stays within 5 ms. */
const budget = 2;
/** Between two times that pages are told that the desk has changed. */
const tellEvery = 2000;

/** What is done first and last in each transaction. */
interface Around {
  readonly atStart?: () => void;
  readonly atEnd?: () => void;
}

export interface Slices {
  /**
   * Calls `step` in one transaction after the other until it answers false, each ended when its time is over, with a
   * turn of the event loop between two. Rejects with the signal's reason at the first turn after it was aborted.
   */
  run(step: () => boolean, around?: Around): Promise<void>;
  /** One such transaction; says whether the last step wanted to go on. */
  once(step: () => boolean, around?: Around): boolean;
  /** Lets everybody else have their turn. */
  rest(): Promise<void>;
}

/** Long work of the only writer, cut so that nobody waits for it. Without a change set the desk may not be touched. */
export function createSlices(
  changeSets: ChangeSets & Pick<WorkbenchDatabase, 'relief'>,
  changeSet: CommittedChangeSet | undefined,
  signal: AbortSignal,
): Slices {
  let told = performance.now();

  const transact = (work: () => void): void => {
    if (changeSet === undefined) return changeSets.inTraceTransaction(work);
    const isTime = performance.now() - told > tellEvery;
    if (isTime) told = performance.now();
    changeSets.continueChangeSet(changeSet, isTime, work);
  };

  const once = (step: () => boolean, { atStart, atEnd }: Around = {}): boolean => {
    signal.throwIfAborted();
    let goesOn = true;
    transact(() => {
      atStart?.();
      const until = performance.now() + budget;
      do goesOn = step();
      while (goesOn && performance.now() < until);
      atEnd?.();
    });
    return goesOn;
  };

  const rest = async (): Promise<void> => {
    await changeSets.relief();
    await nextTurn();
  };

  return {
    once,
    rest,
    async run(step, around) {
      while (once(step, around)) await rest();
      await rest();
    },
  };
}
