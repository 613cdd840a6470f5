const clock = /^(?<hours>\d{1,5}):(?<minutes>[0-5]\d)$/;
const hoursAlone = /^(?<hours>\d{1,5}(?:[.,]\d+)?)\s*(?:h|hours?)?$/i;
const minutesAlone = /^(?<minutes>\d{1,6})\s*(?:m|mins?|minutes?)$/i;
const both = /^(?<hours>\d{1,5})\s*(?:h|hours?)\s*(?<minutes>\d{1,2})\s*(?:m|mins?|minutes?)?$/i;

/** Working time as people type it, in seconds: "4", "4 h", "1h 30m", "90 min", "1:30", "1.5h". Undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  // Of thousands, as they are shown; any other comma is a decimal one.
  const typed = text.trim().replace(/,(?=\d{3}(?!\d))/g, '');
  const forms = [clock, hoursAlone, minutesAlone, both];
  const parts = forms.map((form) => form.exec(typed)?.groups).find((groups) => groups !== undefined);
  if (parts === undefined) return undefined;
  const minutes = Number((parts['hours'] ?? '0').replace(',', '.')) * 60 + Number(parts['minutes'] ?? 0);
  const seconds = Math.round(minutes) * 60;
  return seconds >= 60 && seconds <= 36_000_000 ? seconds : undefined;
}
