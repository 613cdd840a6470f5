import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { noTicketFilters, type TicketListUrl } from './ticket-filters.ts';

interface Props {
  readonly onClear: (change: Partial<TicketListUrl>) => void;
  readonly newButton: ReactNode;
}

export function TicketsEmpty({ onClear, newButton }: Props) {
  const { data } = useQuery(api.workbench.status.queryOptions());
  if (data === undefined) return null;
  if (data.counts.tickets > 0) {
    return (
      <EmptyState
        title="No ticket fits"
        action={
          <Button variant="default" onClick={() => onClear(noTicketFilters)}>
            Show all tickets
          </Button>
        }
      >
        Loosen the filters above, or search for other words.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No tickets yet" action={newButton}>
      What users ask for is logged here, by you or by an assistant through the MCP endpoint. Under Data you can put the
      demo desk here, with some 2,000 tickets.
    </EmptyState>
  );
}
