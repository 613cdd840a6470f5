import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChangeSets, CommittedChangeSet } from '../../db/change-sets.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import { hold, type Pace } from './pace.ts';

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
  /** The same for steps that are told how much to do, one to a transaction. */
  paced(pace: Pace, step: (amount: number) => boolean): Promise<void>;
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
  /** What beginning, ending and committing took of late. */
  let overhead = hold / 2;

  const transact = (work: () => void): void => {
    if (changeSet === undefined) return changeSets.inUnhurriedTransaction(work);
    const isTime = performance.now() - told > tellEvery;
    if (isTime) told = performance.now();
    changeSets.continueChangeSet(changeSet, isTime, work);
  };

  const once = (step: () => boolean, { atStart, atEnd }: Around = {}): boolean => {
    signal.throwIfAborted();
    let goesOn = true;
    let worked = 0;
    const began = performance.now();
    transact(() => {
      atStart?.();
      const from = performance.now();
      const until = from + Math.max(1, hold - overhead);
      do goesOn = step();
      while (goesOn && performance.now() < until);
      worked = performance.now() - from;
      atEnd?.();
    });
    overhead += (performance.now() - began - worked - overhead) / 4;
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
    async paced(pace, step) {
      let goesOn = true;
      while (goesOn) {
        signal.throwIfAborted();
        goesOn = pace.measure((amount) => {
          let more = false;
          transact(() => (more = step(amount)));
          return more;
        });
        await rest();
      }
    },
  };
}
