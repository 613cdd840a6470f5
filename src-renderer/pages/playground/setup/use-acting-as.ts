import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';
import { readNumber } from '../../../components/read-number.ts';

interface Person {
  readonly name: string;
  readonly email: string;
}

/** Who a label such as `agent:3` is; undefined until it is known, and for a record that is gone. */
export function useActingAs(label: string): Person | undefined {
  const [kind, text] = label.split(':', 2);
  const id = readNumber(text);
  const input = { id: id ?? 0 };
  const agent = useQuery(api.agents.get.queryOptions({ input, enabled: kind === 'agent' && id !== undefined }));
  const user = useQuery(api.users.get.queryOptions({ input, enabled: kind === 'user' && id !== undefined }));
  return kind === 'agent' ? agent.data : user.data;
}

/** The label of the agent or user with that email address. */
export async function findLabel(email: string): Promise<string | undefined> {
  const found = await queryClient.fetchQuery(api.principals.suggest.queryOptions({ input: { text: email } }));
  return found.find((person) => person.email === email)?.label;
}
