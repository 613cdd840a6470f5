import { client } from '../../api/client.ts';

/** Which connected clients an application's end would stop, as a sentence. */
export async function describeClientsOf(applicationId: string): Promise<string> {
  const { clients } = await client.endpoint.clients();
  const count = clients.filter(({ application }) => application?.id === applicationId).length;
  if (count === 0) return 'No client is connected with it now.';
  return count === 1 ? '1 connected client gets in no more.' : `${count} connected clients get in no more.`;
}
