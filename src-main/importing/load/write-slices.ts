import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommittedChangeSet } from '../../db/change-sets.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import type { Traffic } from '../../domain/traffic.ts';
import type { Pace } from './pace.ts';

/** Between two times that pages are told that the desk has changed. */
const tellEvery = 2000;

/**
 * How long a transaction should hold the event loop, in ms, its commit included. A ticket changes some twenty pages of its
 * indexes, and each commit writes every changed page anew, so shorter ones cost much more in all. While calls come they are
 * short all the same, and for so long after the last one.
 */
const hold = { alone: 10, amongCalls: 2 };
const quietAfter = 500;
/**
 * Of a hundred calls that come one after the other, fewer than three are to meet a transaction: that many pass before the next
 * one, for each call that met the last. Calls that take their time are not waited for: `patience` is in ms for each, so that
 * of calls that come every 20 ms one in ten meets one.
 */
const callsBetween = 40;
const patience = 200;
const mostPatience = 250;

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

/** Long work of the only writer, cut so that calls go first. Without a change set the desk may not be touched. */
export function createSlices(
  { database, traffic }: { readonly database: WorkbenchDatabase; readonly traffic: Traffic },
  changeSet: CommittedChangeSet | undefined,
  signal: AbortSignal,
): Slices {
  let told = performance.now();
  let seen = traffic.begun;
  let lastCame = -quietAfter;
  /** What beginning, ending and committing took of late. */
  let overhead = 2;
  const holdNow = (): number => (performance.now() - lastCame < quietAfter ? hold.amongCalls : hold.alone);

  const transact = (work: () => void): void => {
    if (changeSet === undefined) return database.inUnhurriedTransaction(work);
    const isTime = performance.now() - told > tellEvery;
    if (isTime) told = performance.now();
    database.continueChangeSet(changeSet, isTime, work);
  };

  const once = (step: () => boolean, { atStart, atEnd }: Around = {}): boolean => {
    signal.throwIfAborted();
    let goesOn = true;
    let worked = 0;
    const began = performance.now();
    transact(() => {
      atStart?.();
      const from = performance.now();
      const until = from + Math.max(1, holdNow() - overhead);
      do goesOn = step();
      while (goesOn && performance.now() < until);
      worked = performance.now() - from;
      atEnd?.();
    });
    overhead += (performance.now() - began - worked - overhead) / 4;
    return goesOn;
  };

  const rest = async (): Promise<void> => {
    await database.relief();
    // A request that came meanwhile is read in one turn and begins its call in the next.
    await nextTurn();
    await nextTurn();
    const came = traffic.begun - seen;
    if (came > 0) {
      lastCame = performance.now();
      await traffic.pass(came * callsBetween, Math.min(mostPatience, came * patience));
    }
    seen = traffic.begun;
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
        goesOn = pace.measure(0.7 * holdNow(), (amount) => {
          let more = false;
          transact(() => (more = step(amount)));
          return more;
        });
        await rest();
      }
    },
  };
}
