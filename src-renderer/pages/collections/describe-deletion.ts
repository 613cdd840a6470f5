import { client } from '../../api/client.ts';
import { type Bound, findBound } from './bound.ts';

/** What becomes of clients, keys and applications when a collection is deleted, as sentences. */
export async function describeDeletion(id: string): Promise<string> {
  const [{ clients }, keys, applications] = await Promise.all([
    client.collections.clients({ collection: id }),
    client.keys.list({}),
    client.applications.list(),
  ]);
  return [
    'The collection goes for good, and its address answers “not found”. Its calls stay in Activity.',
    describeClients(clients.length),
    ...describeBound(findBound(id, keys, applications)),
  ].join(' ');
}

function describeClients(count: number): string {
  if (count === 0) return 'No client is connected to it now.';
  return count === 1 ? '1 connected client gets in no more.' : `${count} connected clients get in no more.`;
}

function describeBound({ keys, stranded }: Bound): string[] {
  const names = stranded.map(({ name }) => name).join(', ');
  return [
    ...(keys.length === 0
      ? []
      : [
          keys.length === 1
            ? '1 key is bound to it and opens nothing then.'
            : `${keys.length} keys are bound to it and open nothing then.`,
        ]),
    ...(stranded.length === 0 ? [] : [`Nothing else may be used by ${names}.`]),
  ];
}
