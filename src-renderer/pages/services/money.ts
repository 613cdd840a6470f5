export interface Money {
  /** Minor units of the currency, such as cents. */
  readonly minor: number;
  readonly currency: string;
}

/** How many digits a currency has after the point. */
export function digitsOf(currency: string): number {
  return formatterOf(currency).resolvedOptions().maximumFractionDigits ?? 2;
}

export function describeMoney({ minor, currency }: Money): string {
  return formatterOf(currency).format(minor / 10 ** digitsOf(currency));
}

function formatterOf(currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency });
}
