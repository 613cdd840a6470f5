import { createZoneClock } from '../sla/zone-clock.ts';
import { buildAssets } from './build-assets.ts';
import { buildCatalogue } from './build-catalogue.ts';
import { buildFoundation } from './build-foundation.ts';
import { buildKnowledge } from './build-knowledge.ts';
import { buildOtherTime } from './build-other-time.ts';
import { buildPeople } from './build-people.ts';
import { buildTicketRows } from './build-ticket-rows.ts';
import { tellTickets } from './build-tickets.ts';
import type { DemoDefinition } from './demo-definition.ts';
import { createDemoWorld } from './demo-world.ts';
import type { DeskRows } from './desk-rows.ts';
import { createNameIndex } from './name-index.ts';
import { createRandom } from './random.ts';
import { tellHostileTickets } from './tell-hostile-tickets.ts';

/**
 * The demo desk's rows. The same definition, seed and day of `now` (in the desk's zone) give the same rows; nothing in
 * them is later than the start of that day.
 */
export function generateDemoDesk(definition: DemoDefinition, options: { now: number; seed: number }): DeskRows {
  const random = createRandom(options.seed);
  const foundation = buildFoundation(definition.foundation);
  const clock = createZoneClock(foundation.desk_calendar[0]?.zone ?? 'UTC');
  const today = clock.instantOf(clock.localDay(options.now), 0, 'first');
  const cast = buildPeople(definition, foundation, today, random.fork('people'));
  const assets = buildAssets(definition, cast, foundation.desk_asset_type, today, random.fork('assets'));
  const knowledge = buildKnowledge(definition, cast, today, random.fork('knowledge'));
  const catalogue = buildCatalogue(definition, foundation);
  const world = createDemoWorld(definition, foundation, cast, assets.assets, today);
  const told = [
    ...tellTickets(world, definition.volume.tickets - definition.hostile.length, random.fork('tickets')),
    ...tellHostileTickets(world, random.fork('hostile')),
  ].sort((one, other) => (one.actions[0]?.at ?? 0) - (other.actions[0]?.at ?? 0));
  const tickets = buildTicketRows(world, told, {
    article: knowledge.idOf,
    service: createNameIndex('service', catalogue.services),
  });
  const time = [...tickets.desk_time_entry, ...buildOtherTime(world, random.fork('time'))].sort(
    (one, other) => one.started_at - other.started_at,
  );
  return {
    ...foundation,
    ...tickets,
    desk_client: cast.clients.map((client) => client.row),
    desk_site: cast.clients.flatMap((client) => client.sites),
    desk_agent: cast.agents.map((agent) => agent.row),
    desk_agent_team: [...cast.agentTeams],
    desk_user: cast.clients.flatMap((client) => client.users.map((user) => user.row)),
    desk_template: catalogue.templates,
    desk_service_category: catalogue.categories,
    desk_service: catalogue.services,
    desk_asset: assets.assets,
    desk_asset_field: assets.fields,
    desk_article: knowledge.articles,
    desk_article_list: knowledge.lists,
    desk_article_in_list: knowledge.inLists,
    desk_time_entry: time.map((row, index) => ({ ...row, id: index + 1 })),
  };
}

/** The administrator whom the command line acts as: the first agent whose role is an administrator's. */
export function findAdministrator(
  rows: Pick<DeskRows, 'desk_agent' | 'desk_role'>,
): DeskRows['desk_agent'][number] | undefined {
  const roles = new Set(rows.desk_role.filter((role) => role.administrator === 1).map((role) => role.id));
  return rows.desk_agent.filter((agent) => roles.has(agent.role_id)).sort((one, other) => one.id - other.id)[0];
}
