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

/** Records whose ids have their upper bits in common. The index names a word's records in order, so blocks seldom change. */
interface Block {
  readonly sums: Float32Array;
  /** The last round that added to each; 0 where there is no record. */
  readonly rounds: Uint16Array;
}

const inBlock = 65_536;
const steps = 1_024;

/** Ids are whole numbers above 0. Takes 400 kB for each 65,536 ids in a row of which there is one. */
export function createTally(): Tally {
  const blocks = new Map<number, Block>();
  let size = 0;
  /** The highest sum. */
  let most = 0;

  const blockOf = (id: number): Block => {
    const key = Math.floor(id / inBlock);
    let block = blocks.get(key);
    if (block === undefined) {
      block = { sums: new Float32Array(inBlock), rounds: new Uint16Array(inBlock) };
      blocks.set(key, block);
    }
    return block;
  };

  /** A sum that at least `count` records reach, and not many more than that beside those with that very sum. */
  const threshold = (count: number): number => {
    const histogram = new Uint32Array(steps + 1);
    for (const { sums, rounds } of blocks.values()) {
      for (let at = 0; at < inBlock; at += 1) {
        if (rounds[at] === 0) continue;
        const step = Math.floor(((sums[at] ?? 0) / most) * steps);
        histogram[step] = (histogram[step] ?? 0) + 1;
      }
    }
    let step = steps;
    for (let above = histogram[step] ?? 0; above < count && step > 0; above += histogram[step] ?? 0) step -= 1;
    // A little less, lest a sum at the very edge of a step is missed.
    return (Math.max(0, step - 0.5) / steps) * most;
  };

  /** The records that reach the sum, the higher ids first. */
  const allAbove = (least: number): { readonly ids: readonly number[]; readonly sums: readonly number[] } => {
    const [ids, reached]: [number[], number[]] = [[], []];
    for (const [key, { sums, rounds }] of [...blocks].toSorted(([one], [other]) => other - one)) {
      for (let at = inBlock - 1; at >= 0; at -= 1) {
        const sum = sums[at] ?? 0;
        if (sum < least || rounds[at] === 0) continue;
        ids.push(key * inBlock + at);
        reached.push(sum);
      }
    }
    return { ids, sums: reached };
  };

  return {
    size: () => size,
    has: (id) => (blocks.get(Math.floor(id / inBlock))?.rounds[id % inBlock] ?? 0) > 0,
    add: (ids, value, round) => {
      let first = -1;
      let block: Block = { sums: new Float32Array(0), rounds: new Uint16Array(0) };
      for (let each = 0; each < ids.length; each += 1) {
        const id = ids[each] ?? 0;
        if (id < first || id >= first + inBlock || first < 0) {
          block = blockOf(id);
          first = id - (id % inBlock);
        }
        const at = id - first;
        const last = block.rounds[at] ?? 0;
        if (last === round) continue;
        if (last === 0) size += 1;
        block.rounds[at] = round;
        const sum = Math.fround((block.sums[at] ?? 0) + value);
        block.sums[at] = sum;
        if (sum > most) most = sum;
      }
    },
    best: (count) => {
      const { ids, sums } = allAbove(size <= count ? 0 : threshold(count));
      // Many records have the very same sum; only so many of them are sorted.
      const last = ids.length <= count ? 0 : (Float32Array.from(sums).sort()[ids.length - count] ?? 0);
      let equal = count;
      for (const sum of sums) if (sum > last) equal -= 1;
      const found: { id: number; sum: number }[] = [];
      for (const [at, id] of ids.entries()) {
        const sum = sums[at] ?? 0;
        if (sum > last || (sum === last && equal > 0)) found.push({ id, sum });
        if (sum === last) equal -= 1;
      }
      return found
        .sort((a, b) => b.sum - a.sum || b.id - a.id)
        .slice(0, count)
        .map(({ id }) => id);
    },
  };
}
