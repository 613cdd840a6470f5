/** A share from 0 to 1 as whole percent. */
export function formatPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
