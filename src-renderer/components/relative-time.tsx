import { useSyncExternalStore } from 'react';
import { describeMoment } from './describe-moment.ts';

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'narrow' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** A moment as time from now, further off than a month as its date; the exact time on hover. */
export function RelativeTime({ at }: { readonly at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={describeMoment(at)}>
      {describe(Date.parse(at) - now, at)}
    </time>
  );
}

function describe(difference: number, at: string): string {
  const size = Math.abs(difference);
  // The page's clock goes in steps: what happened since its last step is not yet to come.
  if (size < 5_000 || (difference > 0 && difference <= step)) return 'now';
  if (size > 30 * 86_400_000) return day.format(new Date(at));
  const [unit, length] = units.find(([, milliseconds]) => size >= milliseconds) ?? ['second', 1_000];
  return relative.format(Math.round(difference / length), unit);
}

const step = 10_000;
let now = Date.now();
const listeners = new Set<() => void>();
let clock: ReturnType<typeof setInterval> | undefined;

/** One clock for the page, which stands still while nobody looks at it. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(listener: () => void): () => void {
  // It stood still while nobody looked.
  if (clock === undefined) now = Date.now();
  listeners.add(listener);
  clock ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, step);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(clock);
    clock = undefined;
  };
}
