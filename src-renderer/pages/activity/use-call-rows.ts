import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { ActivityFilter, CallSummary } from '../../../src-shared/api/activity.ts';
import { api, client } from '../../api/client.ts';
import type { Rows } from '../../components/table/rows.ts';

interface Shown {
  /** The filter as text: rows of another one are not joined to these. */
  readonly filter: string;
  readonly calls: readonly CallSummary[];
  /** Where what is older begins; undefined at the end of the log. */
  readonly next: number | undefined;
}

export interface CallRows {
  readonly rows: Rows<CallSummary>;
  readonly total: { readonly count: number; readonly exact: boolean } | undefined;
  /** Calls that came in since and are not among the rows; `atLeast` when there are more than were asked for. */
  readonly waiting: { readonly count: number; readonly atLeast: boolean };
  /** Puts the waiting calls on top. */
  catchUp(): void;
}

const headSize = 100;
const olderSize = 200;
/** A list that follows the newest calls forgets what is older than this: scrolling down asks for it again. */
const keptWhileFollowing = 1_000;
/** Rows without content below those that are here, so that there is somewhere to scroll to. */
const placeholders = 20;

/**
 * The log as the rows of a table, the latest first. The newest calls are asked for again when the core says that there
 * are any, at most once a second however many they are; the older ones come as they are scrolled to. While not
 * following, the rows stay where they are.
 */
export function useCallRows(filter: ActivityFilter, following: boolean): CallRows {
  const name = JSON.stringify(filter);
  const head = useQuery(
    api.activity.list.queryOptions({ input: { ...filter, limit: headSize }, placeholderData: keepPreviousData }),
  );
  const fresh = head.isPlaceholderData ? undefined : head.data;
  const [shown, setShown] = useState<Shown>();
  const [seen, setSeen] = useState<typeof fresh>();
  const adopt = (newest: typeof fresh): void => {
    if (newest === undefined) return;
    setSeen(newest);
    setShown(join(newest, shown?.filter === name ? shown : undefined, name));
  };
  if (fresh !== undefined && fresh !== seen && (following || shown?.filter !== name)) adopt(fresh);

  const reading = useRef(false);
  const count = shown?.calls.length ?? 0;
  const next = shown?.filter === name ? shown.next : undefined;
  const show = useCallback(
    (_from: number, to: number) => {
      if (next === undefined || to < count - placeholders || reading.current) return;
      reading.current = true;
      client.activity
        .list({ ...(JSON.parse(name) as ActivityFilter), before: next, limit: olderSize })
        .then(({ calls, next: further }) => {
          reading.current = false;
          setShown((before) =>
            before?.filter === name && before.next === next
              ? { filter: name, calls: [...before.calls, ...calls], next: further }
              : before,
          );
        })
        .catch(() => {
          // Scrolling on tries again, and the page says already that the core does not answer.
          reading.current = false;
        });
    },
    [name, next, count, setShown],
  );

  // Rows that are here stay when reading them once more fails.
  const failed = head.error !== null && head.data === undefined;
  const newestShown = shown?.calls[0]?.id ?? 0;
  const waiting = shown?.filter === name ? (fresh?.calls.filter(({ id }) => id > newestShown).length ?? 0) : 0;
  return {
    rows: {
      ...(failed && { error: head.error, retry: () => void head.refetch() }),
      total: failed ? 0 : shown === undefined ? undefined : count + (shown.next === undefined ? 0 : placeholders),
      get: (index) => shown?.calls[index],
      show,
    },
    total: head.data?.total,
    waiting: { count: waiting, atLeast: waiting === headSize },
    catchUp: () => adopt(fresh),
  };
}

interface Head {
  readonly calls: readonly CallSummary[];
  readonly next?: number | undefined;
}

/** The newest calls on top of those that are shown; alone where calls between them are missing. */
function join(newest: Head, shown: Shown | undefined, filter: string): Shown {
  const alone = { filter, calls: newest.calls, next: newest.next };
  const top = shown?.calls[0];
  const last = newest.calls.at(-1);
  if (shown === undefined || top === undefined || last === undefined) return alone;
  if (newest.next !== undefined && last.id > top.id) return alone;
  const calls = [...newest.calls.filter(({ id }) => id > top.id), ...shown.calls];
  const kept = calls.slice(0, keptWhileFollowing);
  return { filter, calls: kept, next: calls.length > kept.length ? kept.at(-1)?.id : shown.next };
}
