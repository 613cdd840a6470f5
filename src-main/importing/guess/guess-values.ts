import type { ValueTarget } from '../../../src-shared/domain/import-plan.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** Words of other systems for what a desk calls otherwise; taken only where the desk has one of the names. */
const same: readonly (readonly string[])[] = [
  ['new', 'registered', 'logged', 'submitted'],
  ['in progress', 'active', 'work in progress', 'assigned', 'open'],
  ['awaiting user', 'awaiting user info', 'awaiting caller', 'waiting for customer', 'pending'],
  ['on hold', 'hold', 'paused'],
  ['awaiting supplier', 'awaiting vendor', 'waiting for supplier'],
  ['resolved', 'solved', 'done', 'fixed'],
  ['closed', 'complete', 'completed', 'closed complete'],
  ['cancelled', 'canceled', 'closed cancelled', 'rejected'],
  ['reopened', 're-opened'],
  ['critical', 'urgent', 'highest', 'p1', 'blocker'],
  ['high', 'p2'],
  ['medium', 'moderate', 'normal', 'p3'],
  ['low', 'planning', 'lowest', 'p4'],
];

/** `3 - Moderate` and `(3) Moderate` say Moderate. */
function bare(text: string): string {
  return text
    .replace(/^\(?\d+\)?\s*[-–:.)]\s*/, '')
    .trim()
    .toLowerCase();
}

/** For texts that the desk does not know as they are: the name on the desk that evidently means the same. */
export function guessValues(texts: readonly string[], known: readonly Named[]): Record<string, ValueTarget> {
  const byName = new Map(known.map(({ name }) => [name.toLowerCase(), name]));
  const targets: Record<string, ValueTarget> = {};
  for (const text of texts) {
    if (byName.has(text.toLowerCase())) continue;
    const word = bare(text);
    const candidates = [word, ...(same.find((group) => group.includes(word)) ?? [])];
    const name = candidates.map((candidate) => byName.get(candidate)).find((each) => each !== undefined);
    if (name !== undefined) targets[text] = { as: 'name', name };
  }
  return targets;
}

/** For a column of numbers that Halo gives to statuses and types: new desks have Halo's own numbers. */
export function guessNumbered(
  texts: readonly string[],
  known: readonly Named[],
  label: string,
): Record<string, ValueTarget> {
  const byId = new Map(known.map(({ id, name }) => [String(id), name]));
  return Object.fromEntries(
    texts
      .filter((text) => /^\d{1,9}$/.test(text))
      .map((text) => [text, { as: 'name', name: byId.get(text) ?? `${label} ${text}` } as const]),
  );
}
