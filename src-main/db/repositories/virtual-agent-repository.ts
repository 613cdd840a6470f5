import type { Connection } from './connection.ts';

/** What Halo's `VirtualAgent` says of whoever made a record; those that are gone stay. */
export interface VirtualAgent {
  readonly id: string;
  readonly name: string;
  readonly use: 'default_endpoint' | 'agent_collection' | 'user_collection' | 'ai_ability';
}

export function createVirtualAgentRepository(connection: Connection) {
  const put = connection.prepare<VirtualAgent>(`
    INSERT INTO conf_virtual_agent (id, name, use) VALUES (:id, :name, :use)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, use = excluded.use`);

  return { put: (agent: VirtualAgent): void => void put.run(agent) };
}
