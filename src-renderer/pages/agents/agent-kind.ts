import type { AgentRecord } from '../../../src-shared/api/agents.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { AgentDetails } from './agent-details.tsx';
import { agentForm, type AgentValues } from './agent-form.tsx';

export const agentKind: DeskKind<AgentRecord, AgentValues> = {
  kind: 'agent',
  one: 'Agent',
  many: 'Agents',
  list: 'Agents',
  path: '/agents',
  query: (id) => api.agents.get.queryOptions({ input: { id } }),
  titleOf: ({ name }) => name,
  Details: AgentDetails,
  form: agentForm,
};
