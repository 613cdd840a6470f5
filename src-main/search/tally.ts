/** Adds up what many records earn, far faster than a Map does. */
export interface Tally {
  /** How many records there are. */
  size(): number;
  has(id: number): boolean;
  /** Adds `value` to each of the ids, once for all calls with the same round. Rounds are numbered from 1, upwards. */
  add(ids: readonly number[], value: number, round: number): void;
  /** At most `count` ids, those with the highest sums first; of equal ones the higher id. */
  best(count: number): number[];
  /** Forgets all records. */
  clear(): void;
}

/** Records whose ids have their upper bits in common. The index names a word's records in order, so blocks seldom change. */
interface Block {
  readonly sums: Float32Array;
  /** The sums as they are stored: numbers above 0 are in the order of their bits. */
  readonly bits: Uint32Array;
  /** The last round that added to each; 0 where there is no record. */
  readonly rounds: Uint16Array;
  /** Where there are records, in no order. */
  readonly places: Uint16Array;
  records: number;
}

const inBlock = 65_536;
/** Past this many, blocks are given back when the records are forgotten: 20 MB. */
const mostKept = 32;

function createBlock(): Block {
  const sums = new Float32Array(inBlock);
  const [rounds, places] = [new Uint16Array(inBlock), new Uint16Array(inBlock)];
  return { sums, bits: new Uint32Array(sums.buffer), rounds, places, records: 0 };
}

/** Ids are whole numbers above 0, values numbers above 0. Takes 650 kB for each 65,536 ids in a row of which there is one. */
export function createTally(): Tally {
  const blocks = new Map<number, Block>();
  const counts = new Uint32Array(inBlock);
  let size = 0;

  const blockOf = (id: number): Block => {
    const key = Math.floor(id / inBlock);
    const block = blocks.get(key) ?? createBlock();
    blocks.set(key, block);
    return block;
  };

  /** The lowest of the `count` highest sums, as its bits, and how many are above it. There are more records than that. */
  const findLowest = (count: number): { readonly lowest: number; readonly above: number } => {
    const upper = findHalf(count, (bits) => bits >>> 16);
    const lower = findHalf(count - upper.above, (bits) => (bits >>> 16 === upper.half ? bits & 0xff_ff : undefined));
    return { lowest: upper.half * 65_536 + lower.half, above: upper.above + lower.above };
  };
  /** Which value the `count`-th highest of the halves has, and how many are above it. */
  const findHalf = (count: number, halfOf: (bits: number) => number | undefined) => {
    counts.fill(0);
    for (const { bits, places, records } of blocks.values()) {
      for (let each = 0; each < records; each += 1) {
        const half = halfOf(bits[places[each] ?? 0] ?? 0);
        if (half !== undefined) counts[half] = (counts[half] ?? 0) + 1;
      }
    }
    let half = counts.length - 1;
    let above = 0;
    for (; half > 0 && above + (counts[half] ?? 0) < count; half -= 1) above += counts[half] ?? 0;
    return { half, above };
  };

  return {
    size: () => size,
    has: (id) => (blocks.get(Math.floor(id / inBlock))?.rounds[id % inBlock] ?? 0) > 0,
    add: (ids, value, round) => {
      let first = -1;
      let block: Block | undefined;
      for (let each = 0; each < ids.length; each += 1) {
        const id = ids[each] ?? 0;
        if (block === undefined || id < first || id >= first + inBlock) {
          block = blockOf(id);
          first = id - (id % inBlock);
        }
        const at = id - first;
        const last = block.rounds[at] ?? 0;
        if (last === round) continue;
        if (last === 0) {
          block.places[block.records] = at;
          block.records += 1;
          size += 1;
        }
        block.rounds[at] = round;
        block.sums[at] = (block.sums[at] ?? 0) + value;
      }
    },
    best: (count) => {
      if (count <= 0) return [];
      const { lowest, above } = size <= count ? { lowest: 0, above: size } : findLowest(count);
      const found: { readonly id: number; readonly sum: number }[] = [];
      let equals = Math.min(count, size) - above;
      for (const [key, { sums, bits, places, records }] of [...blocks].toSorted(([one], [other]) => other - one)) {
        const equal: number[] = [];
        for (let each = 0; each < records; each += 1) {
          const at = places[each] ?? 0;
          const sum = bits[at] ?? 0;
          if (sum > lowest) found.push({ id: key * inBlock + at, sum: sums[at] ?? 0 });
          else if (sum === lowest && equals > 0) equal.push(at);
        }
        // Thousands may have the very same sum; only those of the highest ids are wanted.
        if (equal.length > equals) equal.sort((a, b) => b - a).splice(equals);
        for (const at of equal) found.push({ id: key * inBlock + at, sum: sums[at] ?? 0 });
        equals -= equal.length;
      }
      return found.sort((a, b) => b.sum - a.sum || b.id - a.id).map(({ id }) => id);
    },
    clear: () => {
      if (blocks.size > mostKept) blocks.clear();
      for (const block of blocks.values()) {
        for (let each = 0; each < block.records; each += 1) {
          const at = block.places[each] ?? 0;
          block.sums[at] = 0;
          block.rounds[at] = 0;
        }
        block.records = 0;
      }
      size = 0;
    },
  };
}
