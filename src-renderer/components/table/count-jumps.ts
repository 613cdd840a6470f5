export interface Glimpse {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** How many times in a row everything in sight was replaced. */
  readonly jumps: number;
}

/** Takes the rows that are in sight now into account. Standing still ends the count, as does moving by less than all. */
export function countJumps(before: Glimpse, from: number, to: number, isScrolling: boolean): Glimpse {
  const hasMoved = from !== before.from || to !== before.to;
  const isApart = from >= before.to || to <= before.from;
  const jumps = !isScrolling ? 0 : isApart ? before.jumps + 1 : hasMoved ? 0 : before.jumps;
  return hasMoved || jumps !== before.jumps ? { from, to, jumps } : before;
}
