import type { AgentRepository } from '../../db/repositories/agent-repository.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import { createAgents } from './agents.ts';
import { createClients, createSites } from './customers.ts';
import { createUsers } from './users.ts';

/** Agents, and the customers' side: users, who belong to sites, which belong to clients. */
export function createPeople(connection: Connection, agents: AgentRepository) {
  return {
    agents: createAgents(agents),
    users: createUsers(connection),
    clients: createClients(connection),
    sites: createSites(connection),
  };
}
