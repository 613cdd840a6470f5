import { abilitiesContract } from './abilities.ts';
import { activityContract } from './activity.ts';
import { applicationsContract } from './applications.ts';
import { callsContract } from './calls.ts';
import { collectionsContract } from './collections.ts';
import { conversationsContract } from './conversations.ts';
import { connectionsContract } from './connections.ts';
import { customToolsContract } from './custom-tools.ts';
import { doctorContract } from './doctor.ts';
import { endpointContract } from './endpoint.ts';
import { eventsContract } from './events.ts';
import { importsContract } from './imports.ts';
import { keysContract } from './keys.ts';
import { principalsContract } from './principals.ts';
import { sampleRunsContract } from './sample-runs.ts';
import { settingsContract } from './settings.ts';
import { signInContract } from './sign-in.ts';
import { synonymsContract } from './synonyms.ts';
import { toolsContract } from './tools.ts';
import { workbenchContract } from './workbench.ts';
import { agentsContract, rolesContract, teamsContract } from './agents.ts';
import { articlesContract } from './articles.ts';
import { assetsContract } from './assets.ts';
import { clientsContract, sitesContract } from './clients.ts';
import { deskContract } from './desk.ts';
import { lookupsContract } from './lookups.ts';
import { paletteContract } from './palette.ts';
import { servicesContract } from './services.ts';
import { suggestionsContract } from './suggestions.ts';
import { outcomesContract } from './outcomes.ts';
import { ticketsContract } from './tickets.ts';
import { timeContract } from './time.ts';
import { tracesContract } from './traces.ts';
import { usersContract } from './users.ts';
import { workflowsContract } from './workflows.ts';
import { customFieldsContract } from './custom-fields.ts';
import { calendarsContract, slasContract } from './slas.ts';
import { categoriesContract, prioritiesContract, statusesContract } from './statuses.ts';
import { templatesContract } from './templates.ts';
import { ticketSetupContract } from './ticket-setup.ts';
import { ticketTypesContract } from './ticket-types.ts';

/** Everything that can be asked of the core through its admin door: one line per resource. */
export const contract = {
  workbench: workbenchContract,
  endpoint: endpointContract,
  collections: collectionsContract,
  customTools: customToolsContract,
  connections: connectionsContract,
  tools: toolsContract,
  calls: callsContract,
  conversations: conversationsContract,
  applications: applicationsContract,
  keys: keysContract,
  imports: importsContract,
  activity: activityContract,
  doctor: doctorContract,
  signIn: signInContract,
  events: eventsContract,
  principals: principalsContract,
  sampleRuns: sampleRunsContract,
  settings: settingsContract,
  synonyms: synonymsContract,
  abilities: abilitiesContract,
  tickets: ticketsContract,
  suggestions: suggestionsContract,
  articles: articlesContract,
  users: usersContract,
  clients: clientsContract,
  sites: sitesContract,
  agents: agentsContract,
  teams: teamsContract,
  roles: rolesContract,
  assets: assetsContract,
  services: servicesContract,
  time: timeContract,
  ticketTypes: ticketTypesContract,
  statuses: statusesContract,
  priorities: prioritiesContract,
  categories: categoriesContract,
  slas: slasContract,
  calendars: calendarsContract,
  templates: templatesContract,
  customFields: customFieldsContract,
  ticketSetup: ticketSetupContract,
  lookups: lookupsContract,
  palette: paletteContract,
  traces: tracesContract,
  desk: deskContract,
  workflows: workflowsContract,
  outcomes: outcomesContract,
};
