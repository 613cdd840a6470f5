import { Select, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { api } from '../../../api/client.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import type { ConversationStore } from '../live/conversation-store.ts';
import { describeExchange } from './describe-exchange.ts';
import { ExchangeFacts } from './exchange-facts.tsx';
import { RawEvents } from './raw-events.tsx';
import { RawRequest } from './raw-request.tsx';
import classes from './raw.module.css';

interface Props {
  readonly turnId: number;
  readonly store: ConversationStore;
  readonly onClose: () => void;
}

/** What was sent for a turn and every event that came back. */
export function RawPanel({ turnId, store, onClose }: Props) {
  const turn = useStore(store, ({ state }) => Object.values(state?.turns ?? {}).find(({ id }) => id === turnId));
  const running = turn?.state === 'running';
  const { data, error, refetch } = useQuery(
    api.conversations.exchanges.queryOptions({
      input: { turnId },
      // Nothing is told of them; a turn that ended has all of its own.
      refetchInterval: running ? 1_000 : false,
    }),
  );
  useEffect(() => {
    if (!running) return undefined;
    return () => void refetch();
  }, [running, refetch]);
  const [chosen, setChosen] = useState<string | null>(null);
  const exchange = data?.find(({ id }) => String(id) === chosen) ?? data?.at(-1);
  return (
    <SidePanel
      label="Raw requests"
      title={turn === undefined ? 'Raw' : `Raw requests of turn ${turn.number}`}
      onClose={onClose}
    >
      {error !== null && <ErrorState error={error} what="The requests could not be read" />}
      {data?.length === 0 && <p className={classes['dim']}>Nothing was sent for this turn yet.</p>}
      {exchange !== undefined && (
        <div className={classes['raw']}>
          <Select
            aria-label="Request"
            allowDeselect={false}
            data={(data ?? []).map((one) => ({ value: String(one.id), label: describeExchange(one) }))}
            value={String(exchange.id)}
            onChange={setChosen}
          />
          <ExchangeFacts exchange={exchange} />
          <Tabs defaultValue="events">
            <Tabs.List>
              <Tabs.Tab value="events">Events</Tabs.Tab>
              <Tabs.Tab value="request">Request</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="events" pt="sm">
              <RawEvents key={exchange.id} exchange={exchange} />
            </Tabs.Panel>
            <Tabs.Panel value="request" pt="sm">
              <RawRequest exchangeId={exchange.id} />
            </Tabs.Panel>
          </Tabs>
        </div>
      )}
    </SidePanel>
  );
}
