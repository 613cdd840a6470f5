/** One page of a list: `number` counts from 1. */
export interface Page {
  readonly number: number;
  readonly size: number;
}

/** A page's rows, and how many rows there are on all pages. */
export interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** How many rows come before the page. Bounded, so that an absurd page number is an empty page and not an error. */
export function offsetOf({ number, size }: Page): number {
  return Math.min((number - 1) * size, 2 ** 40);
}

export function countPages(total: number, size: number): number {
  return Math.ceil(total / size);
}
