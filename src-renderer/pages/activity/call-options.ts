import { api } from '../../api/client.ts';

/** A call never changes; only the latest one gets a neighbour, which is looked for until there is one. */
export function callOptions(id: number) {
  return api.activity.get.queryOptions({
    input: { id },
    refetchInterval: ({ state: { data } }) => (data !== undefined && data.newer === undefined ? 3_000 : false),
  });
}
