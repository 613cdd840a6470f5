/** Adds up what many records earn, far faster than a Map does. */
export interface Tally {
  /** How many records there are. */
  size(): number;
  has(id: number): boolean;
  /** Adds `value` to each of the ids, once for all calls with the same round. Rounds are numbered from 1, upwards. */
  add(ids: readonly number[], value: number, round: number): void;
  /** At most `count` ids, those with the highest sums first; of equal ones the higher id. */
  best(count: number): number[];
}

const firstSlots = 4_096;
const buckets = 1_024;

/** Ids are whole numbers above 0. A table of open addressing that doubles when it is half full. */
export function createTally(): Tally {
  let slots = firstSlots;
  let keys = new Float64Array(slots);
  let sums = new Float64Array(slots);
  let rounds = new Uint16Array(slots);
  let size = 0;

  const slotOf = (id: number): number => {
    let slot = (Math.imul(id, 0x9e_37_79_b1) >>> 0) & (slots - 1);
    while (keys[slot] !== 0 && keys[slot] !== id) slot = (slot + 1) & (slots - 1);
    return slot;
  };

  const grow = (): void => {
    const old = { keys, sums, rounds };
    slots *= 2;
    keys = new Float64Array(slots);
    sums = new Float64Array(slots);
    rounds = new Uint16Array(slots);
    for (let from = 0; from < old.keys.length; from += 1) {
      const id = old.keys[from] ?? 0;
      if (id === 0) continue;
      const to = slotOf(id);
      keys[to] = id;
      sums[to] = old.sums[from] ?? 0;
      rounds[to] = old.rounds[from] ?? 0;
    }
  };

  /** A sum that at least `count` records reach, and not many more than that. */
  const threshold = (count: number): number => {
    let most = 0;
    for (let slot = 0; slot < slots; slot += 1) most = Math.max(most, sums[slot] ?? 0);
    const histogram = new Uint32Array(buckets + 1);
    for (let slot = 0; slot < slots; slot += 1) {
      if (keys[slot] === 0) continue;
      const bucket = Math.floor(((sums[slot] ?? 0) / most) * buckets);
      histogram[bucket] = (histogram[bucket] ?? 0) + 1;
    }
    let bucket = buckets;
    for (let above = histogram[bucket] ?? 0; above < count && bucket > 0; above += histogram[bucket] ?? 0) bucket -= 1;
    return (bucket / buckets) * most;
  };

  return {
    size: () => size,
    has: (id) => keys[slotOf(id)] === id,
    add: (ids, value, round) => {
      for (const id of ids) {
        const slot = slotOf(id);
        if (keys[slot] === 0) {
          keys[slot] = id;
          size += 1;
        } else if (rounds[slot] === round) continue;
        sums[slot] = (sums[slot] ?? 0) + value;
        rounds[slot] = round;
        if (size * 2 > slots) grow();
      }
    },
    best: (count) => {
      const least = size <= count ? 0 : threshold(count);
      const found: { id: number; sum: number }[] = [];
      for (let slot = 0; slot < slots; slot += 1) {
        const id = keys[slot] ?? 0;
        const sum = sums[slot] ?? 0;
        if (id !== 0 && sum >= least) found.push({ id, sum });
      }
      return found
        .sort((a, b) => b.sum - a.sum || b.id - a.id)
        .slice(0, count)
        .map(({ id }) => id);
    },
  };
}
