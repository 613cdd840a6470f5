const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** A moment in full, in the time of this machine. */
export function describeMoment(at: string): string {
  return exact.format(new Date(at));
}
