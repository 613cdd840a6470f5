import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { FollowedConversation } from '../live/use-conversation.ts';
import { TurnRow } from './turn-row.tsx';
import { useTurnActions } from './use-turn-actions.ts';
import { describeError } from '../../../components/describe-error.ts';
import classes from './timeline.module.css';

interface Props {
  readonly followed: FollowedConversation;
  readonly onRaw: (turnId: number) => void;
  /** The turn to begin at, instead of the latest. */
  readonly begin: number | undefined;
}

/** In pixels: as close to the end as this counts as being there. */
const near = 80;
const usualHeight = 220;
/** Older turns are asked for so many before they are in sight. */
const ahead = 10;

/** The turns, of which those in sight are drawn alone. It stays at its end while the reader is there. */
export function Timeline({ followed, onRaw, begin }: Props) {
  const { store, loadOlder } = followed;
  const scroller = useRef<HTMLDivElement>(null);
  const actions = useTurnActions(followed.id, onRaw);
  const count = useStore(store, ({ state }) => state?.count ?? 0);
  const latest = useStore(store, ({ state }) => state?.turns[state.count]);
  const firstHere = useStore(store, ({ state }) => state?.first ?? 1);
  const [atEnd, setAtEnd] = useState(true);
  const running = latest?.state === 'running';

  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used while rendering and passed to nobody
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => index + 1,
    overscan: 2,
    paddingStart: 8,
    paddingEnd: 16,
    useFlushSync: false,
    // While nothing comes in, what somebody unfolds must not push its own head out of sight.
    anchorTo: running ? 'end' : 'start',
    followOnAppend: true,
    scrollEndThreshold: near,
  });
  const goToEnd = (): void => virtualizer.scrollToEnd();

  const begun = useRef(false);
  useLayoutEffect(() => {
    if (begun.current || count === 0) return;
    begun.current = true;
    if (begin !== undefined && begin < count) virtualizer.scrollToIndex(begin - 1, { align: 'start' });
    else virtualizer.scrollToEnd();
  }, [count, begin, virtualizer]);

  // The foot of a turn that ended, or a call that waits, comes after the last text.
  const stayed = useRef(true);
  const phase = `${latest?.id} ${latest?.state}`;
  useLayoutEffect(() => {
    if (begun.current && stayed.current) virtualizer.scrollToEnd();
  }, [phase, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const firstShown = (items[0]?.index ?? 0) + 1;
  useEffect(() => {
    if (firstShown < firstHere) loadOlder(firstShown - ahead);
  }, [firstShown, firstHere, loadOlder]);

  return (
    <div className={classes['frame']}>
      <div
        ref={scroller}
        className={classes['scroller']}
        tabIndex={0}
        role="group"
        aria-label="Turns"
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          stayed.current = scrollHeight - scrollTop - clientHeight <= near;
          setAtEnd(stayed.current);
        }}
      >
        <div className={classes['sized']} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ key, index, start }) => (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={classes['row']}
              style={{ transform: `translateY(${start}px)` }}
            >
              <TurnRow store={store} number={index + 1} isLast={index + 1 === count} actions={actions} />
            </div>
          ))}
        </div>
      </div>
      {!atEnd && (
        <Button
          className={classes['to-end'] ?? ''}
          variant={latest?.state === 'waiting' ? 'filled' : 'default'}
          radius="xl"
          leftSection={<ArrowDown size={14} aria-hidden />}
          onClick={goToEnd}
        >
          {latest?.state === 'waiting' ? 'A call waits for you' : 'To the latest'}
        </Button>
      )}
      {actions.error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(actions.error).sentence}
        </div>
      )}
    </div>
  );
}
