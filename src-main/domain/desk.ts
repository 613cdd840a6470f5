import { createAgentRepository } from '../db/repositories/agent-repository.ts';
import type { Connection } from '../db/repositories/connection.ts';
import { createLookupRepository } from '../db/repositories/lookup-repository.ts';
import { createToolMaterialRepository } from '../db/repositories/tool-material-repository.ts';
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
import { createTicketSetup } from './ticket-setup/ticket-setup.ts';
import { createTickets } from './tickets/tickets.ts';
import { createOutcomeEditing } from './workflows/edit-outcomes.ts';
import { createWorkflowEditing } from './workflows/edit-workflows.ts';

/** The service desk's services over one connection. Methods that write must be called inside a change set. */
export function createDesk(connection: Connection) {
  const agents = createAgentRepository(connection);
  const records = createRecordEditing(connection);
  const tickets = createTickets(connection, agents, records);
  const suggestionRules = createSuggestionRules(connection, records);
  return {
    records,
    lookups: createLookupRepository(connection),
    toolMaterial: createToolMaterialRepository(connection),
    editing: {
      agents: createAgentEditing(records, agents),
      articles: createArticleEditing(records),
      assets: createAssetEditing(records),
      outcomes: createOutcomeEditing(connection, records),
      workflows: createWorkflowEditing(connection, records),
    },
    setup: createTicketSetup(connection, records),
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
