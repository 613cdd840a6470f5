const numbers = new Intl.NumberFormat('en-GB');

/** A count with its separators. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}
