import { editDistance } from '../search/spelling.ts';

/** At most three of the names that somebody may have meant: slips of the pen, or the same words in part. */
export function findNearNames(wanted: string, names: readonly string[]): string[] {
  const limit = Math.max(2, Math.floor(wanted.length / 4));
  const words = wordsOf(wanted);
  return names
    .map((name) => ({
      name,
      distance: editDistance(wanted.toLowerCase(), name.toLowerCase(), limit),
      shared: wordsOf(name).filter((word) => words.includes(word)).length,
    }))
    .filter(({ distance, shared }) => distance <= limit || shared > 0)
    .sort((a, b) => a.distance - b.distance || b.shared - a.shared)
    .slice(0, 3)
    .map(({ name }) => name);
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && word !== 'get');
}
