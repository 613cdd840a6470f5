import { type Bounds, bounds } from '../../src-main/search/bounds.ts';

/** More than any desk has, and still a whole number to SQLite. */
const any = 2 ** 40;

/** A search that looks at everything. */
export const noBounds = Object.fromEntries(Object.keys(bounds).map((name) => [name, any])) as unknown as Bounds;
