const names = ['en', 'de', 'fr', 'es'].map((language) => {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => plain(format.format(Date.UTC(2024, month, 1))));
});

const known = new Map<string, number | undefined>();

/** The month, 1 to 12, of an English, German, French or Spanish name or of its first letters, three at least. */
export function findMonth(text: string): number | undefined {
  const start = plain(text);
  if (start.length < 3 || start.length > 10) return undefined;
  if (!known.has(start)) known.set(start, find(start));
  return known.get(start);
}

function find(start: string): number | undefined {
  const months = new Set(names.flatMap((year) => year.flatMap((name, i) => (name.startsWith(start) ? [i + 1] : []))));
  return months.size === 1 ? [...months][0] : undefined;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}
