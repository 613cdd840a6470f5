import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';

interface Target {
  readonly priorityId: number;
  readonly respondSeconds: number;
  readonly fixSeconds: number;
}

export interface Promises {
  readonly day: string;
  readonly time: string;
  readonly setOpening: (opening: { readonly day: string; readonly time: string }) => void;
  readonly zone: string | undefined;
  /** By the priority's id, in words of the calendar's zone. */
  readonly due: ReadonlyMap<number, { readonly respond: string; readonly fix: string }>;
  readonly error: unknown;
}

/** When tickets would be due, for an opening that somebody chooses. */
export function usePromises(calendarId: number | undefined, targets: readonly Target[]): Promises {
  const [{ day, time }, setOpening] = useState(() => ({ day: nextFriday(new Date()), time: '16:30' }));
  const isWhole = /^\d{4}-\d\d-\d\d$/.test(day) && /^\d\d:\d\d$/.test(time);
  const { data, error } = useQuery(
    api.slas.preview.queryOptions({
      input: { calendarId: calendarId ?? 0, day, time, targets: [...targets] },
      enabled: calendarId !== undefined && targets.length > 0 && isWhole,
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  const describe = (at: string): string =>
    data === undefined ? '' : describeThere(at, data.zone, new Date(data.openedAt).getUTCFullYear());
  const wanted = new Set(targets.map(({ priorityId }) => priorityId));
  const due = new Map(
    (data?.due ?? [])
      .filter(({ priorityId }) => wanted.has(priorityId))
      .map(({ priorityId, respondByAt, fixByAt }) => [
        priorityId,
        { respond: describe(respondByAt), fix: describe(fixByAt) },
      ]),
  );
  return { day, time, setOpening, zone: data?.zone, due: error === null ? due : new Map(), error };
}

/** The Friday that comes, or today when it is one: an opening shortly before a weekend says most about a calendar. */
function nextFriday(from: Date): string {
  const day = new Date(Date.UTC(from.getFullYear(), from.getMonth(), from.getDate()));
  day.setUTCDate(day.getUTCDate() + ((12 - day.getUTCDay()) % 7));
  return day.toISOString().slice(0, 10);
}

function describeThere(at: string, timeZone: string, usualYear: number): string {
  const moment = new Date(at);
  return new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    ...(moment.getUTCFullYear() !== usualYear && { year: 'numeric' }),
  })
    .format(moment)
    .replace(/,/g, '');
}
