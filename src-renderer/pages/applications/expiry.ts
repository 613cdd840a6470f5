/** The end of a chosen day where the page is, as the core wants it; undefined for no expiry. */
export function toExpiry(day: string): string | undefined {
  return day === '' ? undefined : new Date(`${day}T23:59:59`).toISOString();
}

/** The day of an expiry, for a date field. */
export function toDay(expiresAt: string | undefined): string {
  if (expiresAt === undefined) return '';
  const date = new Date(expiresAt);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
