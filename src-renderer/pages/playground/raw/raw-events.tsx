import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Exchange, RawEvent } from '../../../../src-shared/api/conversations.ts';
import { api } from '../../../api/client.ts';
import { describeMilliseconds } from '../../../components/calls/describe-milliseconds.ts';
import { ChoiceFilter } from '../../../components/choice-filter.tsx';
import { Count } from '../../../components/count.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { RawEventText } from './raw-event-text.tsx';
import classes from './raw.module.css';

const block = 500;
const rowHeight = 28;

/** Every event of a reply in the order in which it came. Arrows move, and the chosen one is shown in full. */
export function RawEvents({ exchange }: { readonly exchange: Exchange }) {
  const [types, setTypes] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<number>();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    api.conversations.events.infiniteOptions({
      input: (after: number) => ({ exchangeId: exchange.id, after, limit: block }),
      initialPageParam: 0,
      getNextPageParam: (last) => (last.length < block ? undefined : last.at(-1)?.number),
    }),
  );
  const all = useMemo(() => data?.pages.flat() ?? [], [data]);
  const shown = useMemo(
    () => (types.length === 0 ? all : all.filter(({ type }) => types.includes(type))),
    [all, types],
  );
  const known = useMemo(() => [...new Set(all.map(({ type }) => type))].toSorted(), [all]);
  const open = shown.find(({ number }) => number === chosen);

  // While it runs there are more by the second.
  const missing = !hasNextPage && !isFetchingNextPage && all.length < exchange.events;
  useEffect(() => {
    if (missing) void refetch();
  }, [missing, exchange.events, refetch]);

  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used while rendering and passed to nobody
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    // A filter looks through all of them.
    const wanted = types.length > 0 || last >= shown.length - 50;
    if (hasNextPage && !isFetchingNextPage && wanted) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, shown.length, types.length]);

  const move = (by: number): void => {
    const now = shown.findIndex(({ number }) => number === chosen);
    const next = Math.max(0, Math.min(shown.length - 1, now + by));
    setChosen(shown[next]?.number);
    virtualizer.scrollToIndex(next);
  };
  return (
    <div className={classes['part']}>
      <div className={classes['bar']}>
        <ChoiceFilter
          name="Type"
          choices={known.map((type) => ({ value: type, label: type }))}
          value={types}
          onChange={setTypes}
        />
        <Count of={shown.length} exact={!hasNextPage} one="event" many="events" />
      </div>
      {error !== null && <ErrorState error={error} what="The events could not be read" />}
      <div
        ref={scroller}
        className={classes['events']}
        tabIndex={0}
        role="listbox"
        aria-label="Events"
        aria-activedescendant={open === undefined ? undefined : `event-${open.number}`}
        onKeyDown={(event) => {
          const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          move(by);
        }}
      >
        <div style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const event = shown[index];
            if (event === undefined) return null;
            return (
              <EventRow
                key={event.number}
                event={event}
                top={start}
                isOpen={event.number === chosen}
                onOpen={() => setChosen(event.number)}
              />
            );
          })}
        </div>
      </div>
      {open !== undefined && <RawEventText event={open} />}
    </div>
  );
}

interface RowProps {
  readonly event: RawEvent;
  readonly top: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function EventRow({ event: { number, at, type }, top, isOpen, onOpen }: RowProps) {
  return (
    <div
      id={`event-${number}`}
      role="option"
      aria-selected={isOpen}
      className={classes['event']}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onOpen}
    >
      <span className={classes['number']}>{number}</span>
      <span className="mono one-line">{type}</span>
      <span className={classes['at']}>{describeMilliseconds(at)}</span>
    </div>
  );
}
