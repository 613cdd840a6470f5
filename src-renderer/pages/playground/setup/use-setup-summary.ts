import { useQuery } from '@tanstack/react-query';
import type { ConversationSetup } from '../../../../src-shared/domain/conversations.ts';
import { api } from '../../../api/client.ts';
import { toEndpointChoices } from './to-endpoint-choices.ts';
import { useActingAs } from './use-acting-as.ts';

/** A set-up in one line: which model, whose tools, as whom. */
export function useSetupSummary({ connectionId, model, endpointId, as }: ConversationSetup): string {
  const connections = useQuery(api.connections.list.queryOptions());
  const collections = useQuery(api.collections.list.queryOptions());
  const person = useActingAs(as);
  const connection = connections.data?.find(({ id }) => id === connectionId)?.name ?? connectionId;
  const endpoint = toEndpointChoices(collections.data ?? []).find(({ value }) => value === endpointId)?.label;
  return [model === '' ? connection : `${connection} ${model}`, endpoint, person?.name ?? as]
    .filter((part) => part !== undefined)
    .join(', ');
}
