import { createAgentRepository } from '../db/repositories/agent-repository.ts';
import type { Connection } from '../db/repositories/connection.ts';
import { createLookupRepository } from '../db/repositories/lookup-repository.ts';
import { createArticleEditing } from './articles/edit-articles.ts';
import { createArticles } from './articles/articles.ts';
import { createAssets } from './assets/assets.ts';
import { createAssetEditing } from './assets/edit-assets.ts';
import { createAgentEditing } from './people/edit-agents.ts';
import { createPeople } from './people/people.ts';
import { createRecordEditing } from './records/edit-records.ts';
import { createServices } from './services/services.ts';
import { createSuggestionRules } from './suggestions/suggestion-rules.ts';
import { createSuggestions } from './suggestions/suggestions.ts';
import { createTickets } from './tickets/tickets.ts';

/** The service desk's services over one connection. Methods that write must be called inside a change set. */
export function createDesk(connection: Connection) {
  const agents = createAgentRepository(connection);
  const records = createRecordEditing(connection);
  const tickets = createTickets(connection, agents, records);
  const suggestionRules = createSuggestionRules(connection, records);
  return {
    records,
    lookups: createLookupRepository(connection),
    editing: {
      agents: createAgentEditing(records, agents),
      articles: createArticleEditing(records),
      assets: createAssetEditing(records),
    },
    tickets,
    suggestions: createSuggestions(connection, tickets, records, suggestionRules.list),
    suggestionRules,
    articles: createArticles(connection),
    people: createPeople(connection, agents),
    assets: createAssets(connection),
    services: createServices(connection),
  };
}

export type Desk = ReturnType<typeof createDesk>;
