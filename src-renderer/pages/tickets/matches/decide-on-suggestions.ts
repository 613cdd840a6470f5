import type { SuggestionView } from '../../../../src-shared/api/suggestions.ts';
import { api, client } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';
import { proposalNames } from '../../../components/desk/proposal-names.ts';

export type Decision = 'apply' | 'dismiss';

/** Applies suggestions or turns them down, all or none, and says which. */
export async function decideOnSuggestions(
  ticketId: number,
  chosen: readonly SuggestionView[],
  decision: Decision,
): Promise<string> {
  const open = api.suggestions.open.queryOptions({ input: { ticketId } });
  try {
    const left = await client.suggestions[decision]({ ticketId, ids: chosen.map(({ id }) => id) });
    queryClient.setQueryData(open.queryKey, left);
  } catch (error) {
    // Somebody else may have decided meanwhile.
    void queryClient.invalidateQueries({ queryKey: open.queryKey });
    throw error;
  }
  const names = chosen.map(({ proposes }) => proposalNames[proposes].toLowerCase());
  return `${decision === 'apply' ? 'Applied' : 'Dismissed'}: ${names.join(', ')}.`;
}
