import { useState } from 'react';
import { countJumps } from './count-jumps.ts';

/**
 * Whether the list is flying past, as when its scroll bar is dragged. A single jump, such as the End key makes, shows
 * its rows at once. `to` is exclusive.
 */
export function useJumping(from: number, to: number, isScrolling: boolean): boolean {
  const [seen, setSeen] = useState({ from, to, jumps: 0 });
  const now = countJumps(seen, from, to, isScrolling);
  if (now !== seen) setSeen(now);
  return now.jumps > 1;
}
