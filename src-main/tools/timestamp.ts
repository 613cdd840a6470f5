/** Epoch milliseconds as ISO 8601 UTC, such as `2026-03-01T09:30:00.000Z`. */
export function toIso(at: number): string {
  return new Date(at).toISOString();
}

export function toIsoOrNull(at: number | null): string | null {
  return at === null ? null : toIso(at);
}
