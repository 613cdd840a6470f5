import { os } from './implementer.ts';
import { abilityRoutes } from './routes/abilities.ts';
import { activityRoutes } from './routes/activity.ts';
import { applicationRoutes } from './routes/applications.ts';
import { callRoutes } from './routes/calls.ts';
import { collectionRoutes } from './routes/collections.ts';
import { connectionRoutes } from './routes/connections.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { customToolRoutes } from './routes/custom-tools.ts';
import { doctorRoutes } from './routes/doctor.ts';
import { endpointRoutes } from './routes/endpoint.ts';
import { eventRoutes } from './routes/events.ts';
import { importRoutes } from './routes/imports.ts';
import { keyRoutes } from './routes/keys.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { principalRoutes } from './routes/principals.ts';
import { sampleRunRoutes } from './routes/sample-runs.ts';
import { settingsRoutes } from './routes/settings.ts';
import { synonymRoutes } from './routes/synonyms.ts';
import { toolRoutes } from './routes/tools.ts';
import { workbenchRoutes } from './routes/workbench.ts';
import { agentRoutes } from './routes/agents.ts';
import { articleRoutes } from './routes/articles.ts';
import { assetRoutes } from './routes/assets.ts';
import { clientRoutes } from './routes/clients.ts';
import { deskRoutes } from './routes/desk.ts';
import { lookupRoutes } from './routes/lookups.ts';
import { outcomeRoutes } from './routes/outcomes.ts';
import { paletteRoutes } from './routes/palette.ts';
import { roleRoutes } from './routes/roles.ts';
import { serviceRoutes } from './routes/services.ts';
import { siteRoutes } from './routes/sites.ts';
import { suggestionRoutes } from './routes/suggestions.ts';
import { teamRoutes } from './routes/teams.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { timeRoutes } from './routes/time.ts';
import { traceRoutes } from './routes/traces.ts';
import { userRoutes } from './routes/users.ts';
import { workflowRoutes } from './routes/workflows.ts';
import { calendarRoutes } from './routes/calendars.ts';
import { categoryRoutes } from './routes/categories.ts';
import { customFieldRoutes } from './routes/custom-fields.ts';
import { priorityRoutes } from './routes/priorities.ts';
import { slaRoutes } from './routes/slas.ts';
import { statusRoutes } from './routes/statuses.ts';
import { templateRoutes } from './routes/templates.ts';
import { ticketSetupRoutes } from './routes/ticket-setup.ts';
import { ticketTypeRoutes } from './routes/ticket-types.ts';

/** The whole contract, implemented: a call that is missing here does not compile. */
export const router = os.router({
  workbench: workbenchRoutes,
  endpoint: endpointRoutes,
  collections: collectionRoutes,
  customTools: customToolRoutes,
  connections: connectionRoutes,
  tools: toolRoutes,
  calls: callRoutes,
  conversations: conversationRoutes,
  applications: applicationRoutes,
  keys: keyRoutes,
  imports: importRoutes,
  activity: activityRoutes,
  doctor: doctorRoutes,
  events: eventRoutes,
  principals: principalRoutes,
  sampleRuns: sampleRunRoutes,
  settings: settingsRoutes,
  synonyms: synonymRoutes,
  abilities: abilityRoutes,
  signIn: signInRoutes,
  tickets: ticketRoutes,
  suggestions: suggestionRoutes,
  articles: articleRoutes,
  users: userRoutes,
  clients: clientRoutes,
  sites: siteRoutes,
  agents: agentRoutes,
  teams: teamRoutes,
  roles: roleRoutes,
  assets: assetRoutes,
  services: serviceRoutes,
  time: timeRoutes,
  ticketTypes: ticketTypeRoutes,
  statuses: statusRoutes,
  priorities: priorityRoutes,
  categories: categoryRoutes,
  slas: slaRoutes,
  calendars: calendarRoutes,
  templates: templateRoutes,
  customFields: customFieldRoutes,
  ticketSetup: ticketSetupRoutes,
  lookups: lookupRoutes,
  palette: paletteRoutes,
  traces: traceRoutes,
  desk: deskRoutes,
  workflows: workflowRoutes,
  outcomes: outcomeRoutes,
});
