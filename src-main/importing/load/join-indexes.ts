import type { IndexLoad } from '../../db/repositories/index-load.ts';
import { createPace } from './pace.ts';
import type { Slices } from './write-slices.ts';

/** Joins the pieces in which a load leaves the full-text indexes, as far as it pays by now. */
export async function joinIndexes(slices: Slices, index: IndexLoad, which: readonly string[]): Promise<void> {
  for (const each of which) {
    await slices.paced(createPace({ start: 16, most: 500 }), (pages) => index.join(each, pages));
  }
}
