import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { PanelLeftClose, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { useNow } from '../../../components/relative-time.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { ConversationRow } from './conversation-row.tsx';
import { groupByDay } from './group-by-day.ts';
import classes from './list.module.css';

interface Props {
  readonly openId: number | undefined;
  readonly onClose: () => void;
}

const block = 60;
const heights = { day: 28, plain: 34, excerpt: 68 } as const;

/** The conversations, the latest first. */
export function ConversationList({ openId, onClose }: Props) {
  const [search, setSearch] = useState('');
  const words = search.trim().slice(0, 400);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    api.conversations.list.infiniteOptions({
      input: (offset: number) => ({ ...(words !== '' && { search: words }), offset, limit: block }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => {
        const seen = all.reduce((sum, { rows }) => sum + rows.length, 0);
        return last.rows.length > 0 && seen < last.total ? seen : undefined;
      },
      placeholderData: keepPreviousData,
    }),
  );
  const now = useNow();
  const rows = useMemo(() => groupByDay(data?.pages.flatMap((page) => page.rows) ?? [], now), [data, now]);
  const total = data?.pages[0]?.total;

  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used while rendering and passed to nobody
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const row = rows[index];
      if (row?.kind !== 'conversation') return heights.day;
      return row.conversation.excerpt === undefined ? heights.plain : heights.excerpt;
    },
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 10,
    useFlushSync: false,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rows]);
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 10) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);

  return (
    <aside className={classes['list']} aria-label="Conversations">
      <div className={classes['head']}>
        <Button
          component={Link}
          to="/playground"
          variant="default"
          fullWidth
          leftSection={<Plus size={14} aria-hidden />}
        >
          New conversation
        </Button>
        <Tooltip label="Hide the conversations">
          <ActionIcon aria-label="Hide the conversations" onClick={onClose}>
            <PanelLeftClose size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes['search']}>
        <SearchField label="Search conversations" width={208} value={search} onChange={setSearch} />
      </div>
      {error !== null && (
        <ErrorState error={error} what="The conversations could not be read" onRetry={() => void refetch()} />
      )}
      {total === 0 && (
        <p className={classes['nothing']}>
          {words === ''
            ? 'Conversations are kept here until you delete them.'
            : 'No conversation has these words in its prompts, answers or calls.'}
        </p>
      )}
      <nav ref={scroller} className={classes['rows']} aria-label="Kept conversations">
        <div className={classes['sized']} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={row.key}
                className={classes['place']}
                style={{ transform: `translateY(${start}px)`, height: size }}
              >
                {row.kind === 'day' ? (
                  <div className={classes['day']}>{row.name}</div>
                ) : (
                  <ConversationRow conversation={row.conversation} isOpen={row.conversation.id === openId} />
                )}
              </div>
            );
          })}
        </div>
      </nav>
    </aside>
  );
}
