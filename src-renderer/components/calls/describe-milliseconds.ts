const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A duration with the unit that a person would choose. */
export function describeMilliseconds(milliseconds: number): string {
  if (milliseconds < 10) return `${numbers.format(milliseconds)} ms`;
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${numbers.format(milliseconds / 1_000)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1_000)} s`;
}
