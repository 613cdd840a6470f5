import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { defaultEndpointId } from '../../../../src-shared/domain/endpoint-settings.ts';
import { api } from '../../../api/client.ts';

interface Offered {
  readonly tools: readonly { readonly name: string; readonly title: string }[];
  /** What listing them costs with every request: an estimate. */
  readonly tokens: number;
}

/** The tools that a conversation has. Of a collection, those that nothing is withheld from. */
export function useOffered(
  endpointId: string,
  as: string,
): { readonly offered: Offered | undefined; readonly error: unknown } {
  const isDefault = endpointId === defaultEndpointId;
  const listing = useQuery(api.tools.preview.queryOptions({ input: { as }, enabled: isDefault }));
  const input = { collection: endpointId };
  const collection = useQuery(api.collections.get.queryOptions({ input, enabled: !isDefault }));
  const functions = useQuery(api.collections.functions.queryOptions({ input, enabled: !isDefault }));
  const offered = useMemo(() => {
    if (isDefault) {
      if (listing.data === undefined) return undefined;
      const tools = listing.data.tools.map(({ name, title }) => ({ name: String(name), title: String(title ?? name) }));
      return { tools, tokens: listing.data.estimatedTokens };
    }
    if (collection.data === undefined || functions.data === undefined) return undefined;
    const { includeAllSystemTools, tools: chosen } = collection.data.settings;
    const tools = functions.data.filter(
      ({ name, included, source }) =>
        chosen.includes(name) || (source === 'system' && includeAllSystemTools && included),
    );
    return { tools, tokens: collection.data.listing.estimatedTokens };
  }, [isDefault, listing.data, collection.data, functions.data]);
  return { offered, error: isDefault ? listing.error : (collection.error ?? functions.error) };
}
