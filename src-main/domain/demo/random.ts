import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of chance that gives the same answers for the same seed, on any machine. */
export interface Random {
  /** From 0 up to but not including 1. */
  fraction(): number;
  /** Both ends included. */
  integer(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T;
  shuffled<T>(list: readonly T[]): T[];
  /** Between the two, small values likelier: waiting times look like this. */
  spread(least: number, most: number): number;
  /** A stream of its own, so that an edit in one part of the definition leaves the others as they were. */
  fork(label: string): Random;
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed | 0);
  const fraction = (): number => uniformFloat64(generator);

  function pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(fraction() * list.length)];
    if (list.length === 0) throw new RangeError('Nothing to pick from.');
    return item as T;
  }

  return {
    fraction,
    integer: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    chance: (probability) => fraction() < probability,
    pick,
    weighted(list, weightOf) {
      let total = 0;
      for (const item of list) total += weightOf(item);
      let left = fraction() * total;
      for (const item of list) {
        left -= weightOf(item);
        if (left < 0) return item;
      }
      return pick(list);
    },
    shuffled(list) {
      const copy = [...list];
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = Math.floor(fraction() * (last + 1));
        [copy[last], copy[other]] = [copy[other] as (typeof copy)[number], copy[last] as (typeof copy)[number]];
      }
      return copy;
    },
    spread: (least, most) => (least <= 0 ? fraction() * most : least * (most / least) ** fraction()),
    fork: (label) => createRandom(hash(label, seed)),
  };
}

/** `weighted` for a list that is drawn from often: adds the weights up once. */
export function createDraw<T>(list: readonly T[], weightOf: (item: T) => number): (random: Random) => T {
  let total = 0;
  const ends = list.map((item) => (total += weightOf(item)));
  return (random) => {
    const mark = random.fraction() * total;
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > mark) high = middle;
      else low = middle + 1;
    }
    return list[low] as T;
  };
}

/** FNV-1a over the label, started from the seed. */
function hash(label: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < label.length; index += 1) {
    value = Math.imul(value ^ label.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value | 0;
}
