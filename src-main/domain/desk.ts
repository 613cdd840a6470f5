import { createAgentRepository } from '../db/repositories/agent-repository.ts';
import type { Connection } from '../db/repositories/connection.ts';
import { createArticles } from './articles/articles.ts';
import { createAssets } from './assets/assets.ts';
import { createPeople } from './people/people.ts';
import { createServices } from './services/services.ts';
import { createTickets } from './tickets/tickets.ts';

/** The service desk's services over one connection. Methods that write must be called inside a change set. */
export function createDesk(connection: Connection) {
  const agents = createAgentRepository(connection);
  return {
    tickets: createTickets(connection, agents),
    articles: createArticles(connection),
    people: createPeople(connection, agents),
    assets: createAssets(connection),
    services: createServices(connection),
  };
}

export type Desk = ReturnType<typeof createDesk>;
