import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';

/** What is like a ticket, looked for when somebody asks, and what that suggests. */
export function useMatches(ticketId: number) {
  const input = { ticketId };
  const matches = useQuery(api.suggestions.match.queryOptions({ input }));
  const open = useQuery(api.suggestions.open.queryOptions({ input }));
  const { dataUpdatedAt } = matches;
  useEffect(() => {
    if (dataUpdatedAt === 0) return;
    // To look for matches brings suggestions up to date.
    void queryClient.invalidateQueries({ queryKey: api.suggestions.open.key({ input: { ticketId } }) });
  }, [dataUpdatedAt, ticketId]);
  return {
    matches: matches.data,
    suggestions: open.data?.suggestions,
    error: matches.error ?? open.error,
    isLooking: matches.isFetching,
    look: () => void matches.refetch(),
  };
}
