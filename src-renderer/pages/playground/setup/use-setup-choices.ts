import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';
import { createSetupChoices, type SetupChoices } from './create-setup-choices.ts';

const sources = {
  connections: api.connections.list.queryOptions(),
  collections: api.collections.list.queryOptions(),
  offered: api.tools.preview.queryOptions({ input: {} }),
};

/** What a conversation can be held with; undefined until all of it is known. */
export function useSetupChoices(): { readonly choices: SetupChoices | undefined; readonly error: unknown } {
  const connections = useQuery(sources.connections);
  const collections = useQuery(sources.collections);
  const offered = useQuery(sources.offered);
  const administrator = offered.data?.principal.label;
  const choices = useMemo(() => {
    if (connections.data === undefined || collections.data === undefined || administrator === undefined)
      return undefined;
    return createSetupChoices(connections.data, collections.data, administrator);
  }, [connections.data, collections.data, administrator]);
  return { choices, error: connections.error ?? collections.error ?? offered.error };
}

/** The same for somebody who was quicker than the page. */
export async function readSetupChoices(): Promise<SetupChoices> {
  const [connections, collections, offered] = await Promise.all([
    queryClient.ensureQueryData(sources.connections),
    queryClient.ensureQueryData(sources.collections),
    queryClient.ensureQueryData(sources.offered),
  ]);
  return createSetupChoices(connections, collections, offered.principal.label);
}
