import { useQuery } from '@tanstack/react-query';
import { api, client } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { RuleFields } from './rule-words.ts';

const query = api.suggestions.listRules.queryOptions();

export function useRules() {
  const { data, error } = useQuery(query);
  return { rules: data?.rules, revision: data?.revision ?? 0, error };
}

type Listed = Awaited<ReturnType<typeof client.suggestions.listRules>>;

/** What the core answers is shown at once: its event comes a moment later. */
async function keep(answer: Promise<Listed>): Promise<Listed> {
  const listed = await answer;
  queryClient.setQueryData(query.queryKey, listed);
  return listed;
}

/** Without an id a new one; answers with the id. */
export async function saveRule(id: number | undefined, rule: RuleFields, revision?: number): Promise<number> {
  const asked = { ...rule, ...(id !== undefined && { id }), ...(revision !== undefined && { revision }) };
  const { rules } = await keep(client.suggestions.saveRule(asked));
  // A new one stands at the end.
  return id ?? rules.at(-1)?.id ?? 0;
}

export async function deleteRule(id: number): Promise<void> {
  await keep(client.suggestions.deleteRule({ id }));
}

/** Shows the new order while it is sent, and the core's when that refuses. */
export async function orderRules(ids: readonly number[]): Promise<void> {
  const before = queryClient.getQueryData<Listed>(query.queryKey);
  if (before !== undefined) {
    const rules = ids.flatMap((id) => before.rules.find((rule) => rule.id === id) ?? []);
    queryClient.setQueryData(query.queryKey, { ...before, rules });
  }
  try {
    await keep(client.suggestions.orderRules({ ids: [...ids] }));
  } catch (error) {
    void queryClient.invalidateQueries({ queryKey: query.queryKey });
    throw error;
  }
}
