const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** A moment that stands for a whole day, such as the end of a warranty: its day in UTC. */
export function describeDay(at: string): string {
  return day.format(new Date(at));
}

/** The same day as the date inputs of a browser have it. */
export function toDayInput(at: string | undefined): string {
  return at?.slice(0, 10) ?? '';
}

export function fromDayInput(text: string): string | null {
  return text === '' ? null : `${text}T00:00:00.000Z`;
}
