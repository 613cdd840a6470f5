import type { FoundationRows } from './build-foundation.ts';
import type { ClientDefinition, DemoDefinition } from './demo-definition.ts';
import type { AgentRow, AgentTeamRow, AssetRow, ClientRow, SiteRow, UserRow } from './desk-rows.ts';
import { createNameIndex, numbered, flag } from './name-index.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;

export interface CastAgent {
  readonly row: AgentRow;
  readonly firstName: string;
  readonly teamIds: readonly number[];
  readonly style: string;
}

export interface CastUser {
  readonly row: UserRow;
  readonly firstName: string;
  readonly site: SiteRow;
  readonly client: ClientDefinition;
  readonly style: string;
  /** Filled when the assets are handed out. */
  readonly assets: AssetRow[];
}

export interface CastClient {
  readonly definition: ClientDefinition;
  readonly row: ClientRow;
  readonly sites: readonly SiteRow[];
  readonly users: readonly CastUser[];
  /** Who answers for the client: alerts are logged for them. */
  readonly contact: CastUser;
}

export interface Cast {
  readonly agents: readonly CastAgent[];
  readonly agentTeams: readonly AgentTeamRow[];
  readonly clients: readonly CastClient[];
}

/** Agents in the definition's order, then clients with their sites and users. */
export function buildPeople(
  definition: DemoDefinition,
  foundation: FoundationRows,
  today: number,
  random: Random,
): Cast {
  const start = today - definition.volume.months * 31 * DAY_MS;
  const agents = buildAgents(definition, foundation, today, start);
  const names = createNames(definition, random.fork('names'));
  for (const agent of agents) names.take(agent.row.name);
  let siteId = 1;
  let userId = 1;
  const clients = numbered(definition.clients, (client, id): CastClient => {
    const chance = random.fork(`client ${client.name}`);
    const created_at = start - chance.integer(60, 1500) * DAY_MS;
    const sites = numbered(
      client.sites,
      ({ weight: _weight, ...site }, at): SiteRow => ({ ...site, id: at, client_id: id, inactive: 0 }),
      siteId,
    );
    siteId += sites.length;
    const linked = client.internal ? agents.filter((_, index) => definition.people.agents[index]?.also_user) : [];
    const users = Array.from({ length: client.users }, (_, index): CastUser => {
      const agent = linked[index];
      const full = agent?.row.name ?? names.next();
      const picked = pickSite(client, sites, chance);
      // The first, who answers for the client, sits at the main site.
      const site = index % 7 === 0 ? (sites[0] ?? picked) : picked;
      const department = chance.weighted(client.departments, (each) => each.weight);
      const lead = index === 0;
      const joined = start + chance.integer(-900, 430) * DAY_MS;
      const row: UserRow = {
        id: userId,
        site_id: site.id,
        name: full,
        email: agent?.row.email ?? `${names.mailbox(full)}@${client.domain}`,
        phone: `${site.phone.slice(0, -3)}${chance.integer(100, 999)}`,
        job_title: agent?.row.job_title ?? chance.pick(department.titles),
        department: agent === undefined ? department.name : 'Service Delivery',
        sees: lead ? 'client' : chance.chance(0.07) ? 'site' : chance.chance(0.015) ? 'client' : 'own',
        important: flag(lead || chance.chance(0.04)),
        inactive: flag(!lead && agent === undefined && chance.chance(0.06)),
        linked_agent_id: agent?.row.id ?? null,
        created_at: Math.max(lead ? start : 0, joined),
      };
      userId += 1;
      const style = chance.weighted(Object.entries(definition.voices.users), ([, each]) => each.weight)[0];
      return { row, firstName: full.split(' ')[0] ?? full, site, client, style, assets: [] };
    });
    const row: ClientRow = { id, name: client.name, notes: client.notes, inactive: 0, created_at };
    return { definition: client, row, sites, users, contact: users[0] as CastUser };
  });
  const agentTeams = agents.flatMap((agent) => agent.teamIds.map((team_id) => ({ agent_id: agent.row.id, team_id })));
  return { agents, clients, agentTeams: numbered(agentTeams, (row, id) => ({ id, ...row })) };
}

function buildAgents(definition: DemoDefinition, rows: FoundationRows, today: number, start: number): CastAgent[] {
  const roleId = createNameIndex('role', rows.desk_role);
  const teamId = createNameIndex('team', rows.desk_team);
  return numbered(definition.people.agents, (agent, id): CastAgent => {
    const teamIds = agent.teams.map(teamId);
    const months = agent.joined_months_ago;
    const row: AgentRow = {
      id,
      name: agent.name,
      email: `${mailbox(agent.name)}@${definition.people.domain}`,
      initials: agent.name
        .split(/[ -]/)
        .map((word) => word.charAt(0).toUpperCase())
        .join(''),
      job_title: agent.title,
      role_id: roleId(agent.role),
      default_team_id: teamIds[0] ?? null,
      api_only: flag(agent.api_only),
      disabled: flag(agent.disabled),
      created_at: months === undefined ? start - (id * 37 + 20) * DAY_MS : today - Math.round(months * 30.4) * DAY_MS,
    };
    return { row, firstName: agent.name.split(' ')[0] ?? agent.name, teamIds, style: agent.style };
  });
}

function pickSite(client: ClientDefinition, sites: readonly SiteRow[], random: Random): SiteRow {
  const place = random.weighted(client.sites, (site) => site.weight);
  return sites.find((site) => site.name === place.name) as SiteRow;
}

function mailbox(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .toLowerCase()
    .replaceAll(/[^a-z -]/g, '')
    .replaceAll(' ', '.');
}

/** No two people share a name, so no two share an address. */
function createNames(definition: DemoDefinition, random: Random) {
  const taken = new Set<string>();
  return {
    take: (name: string): void => void taken.add(name),
    mailbox,
    next(): string {
      for (;;) {
        const name = `${random.pick(definition.people.first_names)} ${random.pick(definition.people.last_names)}`;
        if (taken.has(name)) continue;
        taken.add(name);
        return name;
      }
    },
  };
}
