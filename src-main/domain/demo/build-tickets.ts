import type { CastClient, CastUser } from './build-people.ts';
import type { DemoWorld } from './demo-world.ts';
import type { AssetRow } from './desk-rows.ts';
import type { TicketSource } from '../tickets/ticket-words.ts';
import { fillText } from './fill-text.ts';
import { upperFirst } from './compose-message.ts';
import { pickOpenings } from './pick-openings.ts';
import type { Random } from './random.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';
import { createStory, type StoryAction } from './story.ts';
import { stuckChance } from './story-timing.ts';
import { tellTicket } from './tell-ticket.ts';
import { createChoice, createTelling, type TicketState } from './telling.ts';
import { createTicketSlots } from './ticket-slots.ts';

const DAY_MS = 86_400_000;

/** A ticket as told, before its rows are numbered. */
export interface ToldTicket {
  readonly typeName: string;
  readonly category: string;
  readonly service: string | undefined;
  readonly user: CastUser;
  readonly asset: AssetRow | undefined;
  readonly articles: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly details: string;
  readonly source: TicketSource;
  readonly actions: readonly StoryAction[];
  readonly state: TicketState;
  readonly parent: ToldTicket | undefined;
}

/** Tells `count` tickets, those that others bring included, in order of opening. */
export function tellTickets(world: DemoWorld, count: number, random: Random): ToldTicket[] {
  const scenarios = new Map(world.definition.scenarios.map((scenario) => [scenario.key, scenario]));
  const told: ToldTicket[] = [];
  // Some bring others, so the last openings may not be needed; skipping evenly keeps the whole period covered.
  const openings = pickOpenings(world, count, random.fork('openings'));
  for (const [index, opening] of random.fork('order').shuffled(openings).entries()) {
    if (told.length >= count) break;
    const chance = random.fork(`ticket ${index}`);
    const subject = pickSubject(world, opening.scenario, opening.at, chance);
    const parent = tellOne(world, opening.scenario, opening.at, subject, undefined, chance);
    told.push(parent);
    const brings = opening.scenario.brings;
    const brought = brings === undefined ? undefined : scenarios.get(brings.scenario);
    if (brings === undefined || brought === undefined) continue;
    const extra = Math.min(chance.integer(brings.count[0], brings.count[1]), count - told.length);
    for (let place = 0; place < extra; place += 1) {
      const at = opening.at + chance.integer(4, 70) * 60_000;
      if (at >= world.today) continue;
      const other = pickSubject(world, brought, at, chance, subject.client);
      told.push(tellOne(world, brought, at, other, parent, chance.fork(`brought ${place}`)));
    }
  }
  return told.sort((one, other) => (one.actions[0]?.at ?? 0) - (other.actions[0]?.at ?? 0));
}

interface Subject {
  readonly client: CastClient;
  readonly user: CastUser;
  readonly asset: AssetRow | undefined;
}

function tellOne(
  world: DemoWorld,
  scenario: ScenarioDefinition,
  openedAt: number,
  subject: Subject,
  parent: ToldTicket | undefined,
  random: Random,
): ToldTicket {
  const { client, user, asset } = subject;
  const type = world.foundation.desk_ticket_type.find((each) => each.name === scenario.type);
  if (type === undefined) throw new RangeError(`Scenario ${scenario.key} has an unknown type.`);
  const source = pickSource(scenario, random);
  const teamId = world.teamId(scenario.team);
  const priority = random.weighted(Object.entries(scenario.priorities), ([, weight]) => weight)[0];
  const state: TicketState = {
    teamId,
    agent: world.pickAgent(teamId, openedAt, random),
    priorityId: world.priorityId(priority),
    owner: undefined,
    closureNote: '',
  };
  const slots = createTicketSlots(
    {
      user,
      client,
      asset,
      openedAt,
      now: () => story.at,
      calendar: world.calendar,
      own: scenario.slots,
      shared: world.voices.slots,
      agent: () => state.agent,
      teamName: () => world.teamName(state.teamId),
    },
    random,
  );
  const ageDays = (world.today - openedAt) / DAY_MS;
  const stuck = random.chance(stuckChance(ageDays));
  const story = createStory({
    openedAt,
    endsAt: world.today,
    stuck,
    isWaiting: world.isWaiting,
    calendar: source === 'monitoring' && state.priorityId <= 2 ? world.onCall : world.calendar,
    random,
  });
  const choose = createChoice(scenario, random);
  const summary = upperFirst(fillText(choose(scenario.summary), random, slots));
  const details = tellTicket(
    createTelling({
      world,
      scenario,
      user,
      source,
      story,
      state,
      slots,
      random,
      choose,
      reopenStatus: type.reopen_status_id,
      parented: parent !== undefined,
    }),
  );
  const fields = Object.fromEntries(
    Object.entries(scenario.fields).map(([name, text]) => [name, fillText(text, random, slots)]),
  );
  const closed = story.status === world.status.closed;
  return {
    typeName: scenario.type,
    category: scenario.category,
    service: scenario.service,
    user,
    asset,
    articles: random.chance(closed ? 0.6 : 0.15) ? scenario.articles : [],
    fields,
    summary,
    details,
    source,
    actions: story.actions,
    state,
    parent,
  };
}

function pickSource(scenario: ScenarioDefinition, random: Random): TicketSource {
  if (scenario.source !== undefined) return scenario.source;
  const phone = scenario.spoken === undefined ? 0 : 26;
  const sources = [
    ['email', 44],
    ['portal', 28],
    ['chat', 7],
    ['phone', phone],
  ] as const;
  return random.weighted(sources, ([, weight]) => weight)[0];
}

/** A person whom the scenario fits, with the thing it is about; after many tries, whoever comes nearest. */
function pickSubject(
  world: DemoWorld,
  scenario: ScenarioDefinition,
  at: number,
  random: Random,
  only?: CastClient,
): Subject {
  const clients = world.cast.clients.filter(
    (client) => client === only || (only === undefined && (scenario.trades?.includes(client.definition.trade) ?? true)),
  );
  if (clients.length === 0) throw new RangeError(`No client fits scenario ${scenario.key}.`);
  let nearest: Subject | undefined;
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const client = random.weighted(clients, (each) => each.users.length);
    const user = scenario.source === 'monitoring' ? client.contact : pickUser(world, client, scenario, at, random);
    const asset = scenario.asset === undefined ? undefined : findAsset(world, scenario.asset, user, at, random);
    nearest ??= { client, user, asset };
    if (user.row.created_at <= at && (scenario.asset === undefined || asset !== undefined))
      return { client, user, asset };
  }
  return nearest as Subject;
}

function pickUser(
  world: DemoWorld,
  client: CastClient,
  scenario: ScenarioDefinition,
  at: number,
  random: Random,
): CastUser {
  // People who have left wrote until a while ago.
  const present = client.users.filter(
    ({ row }) => row.created_at <= at && (row.inactive === 0 || at < world.today - 150 * DAY_MS),
  );
  const fitting =
    scenario.departments === undefined
      ? present
      : present.filter(({ row }) => scenario.departments?.includes(row.department));
  return fitting.length === 0 ? client.contact : random.pick(fitting);
}

function findAsset(
  world: DemoWorld,
  typeName: string,
  user: CastUser,
  at: number,
  random: Random,
): AssetRow | undefined {
  const type = world.foundation.desk_asset_type.find((each) => each.name === typeName);
  const own = user.assets.find((asset) => asset.type_id === type?.id && asset.created_at <= at);
  if (own !== undefined) return own;
  const shared = (world.siteAssets.get(user.site.id) ?? []).filter(
    (asset) => asset.type_id === type?.id && asset.created_at <= at,
  );
  return shared.length === 0 ? undefined : random.pick(shared);
}
