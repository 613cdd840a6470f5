import type { WorkingCalendar } from '../sla/working-time.ts';
import { readCalendar } from '../sla/read-calendar.ts';
import type { FoundationRows } from './build-foundation.ts';
import type { Cast, CastAgent } from './build-people.ts';
import type { DemoDefinition } from './demo-definition.ts';
import { createNameIndex } from './name-index.ts';
import type { AssetRow } from './desk-rows.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;

/** What every story needs to know of the desk: who works there, and the ids behind the names. */
export interface DemoWorld {
  readonly definition: DemoDefinition;
  readonly voices: DemoDefinition['voices'];
  readonly foundation: FoundationRows;
  readonly cast: Cast;
  /** The start of the demo's day: nothing happens later. */
  readonly today: number;
  /** The hours that people work, whatever a ticket's SLA says. */
  readonly calendar: WorkingCalendar;
  /** When somebody is on call, for urgent alerts. */
  readonly onCall: WorkingCalendar;
  readonly status: DemoStatuses;
  /** Printers, servers and the like, by site id. */
  readonly siteAssets: ReadonlyMap<number, readonly AssetRow[]>;
  /** Reads, but does not work on tickets; some are given to them to learn from. */
  readonly learners: readonly CastAgent[];
  /** Whether a status stops the SLA's clock. */
  isWaiting(status: number): boolean;
  teamId(name: string): number;
  teamName(id: number): string;
  priorityId(name: string): number;
  pickAgent(teamId: number, at: number, random: Random, except?: CastAgent): CastAgent | undefined;
  /** Somebody who hands out new tickets: a team lead. */
  pickDispatcher(at: number, random: Random): CastAgent | undefined;
}

export interface DemoStatuses {
  readonly new: number;
  readonly inProgress: number;
  readonly userUpdated: number;
  readonly awaitingUser: number;
  readonly onHold: number;
  readonly awaitingSupplier: number;
  readonly awaitingApproval: number;
  readonly cancelled: number;
  readonly closed: number;
  readonly scheduled: number;
  readonly resolved: number;
}

/** Agents who have left stopped taking tickets this long before the demo's day. */
const LEFT_DAYS_AGO = 210;

export function createDemoWorld(
  definition: DemoDefinition,
  foundation: FoundationRows,
  cast: Cast,
  assets: readonly AssetRow[],
  today: number,
): DemoWorld {
  const statusId = createNameIndex('status', foundation.desk_status);
  const holding = new Set(foundation.desk_status.filter((row) => row.holds_sla === 1).map((row) => row.id));
  const roles = new Map(foundation.desk_role.map((role) => [role.id, role]));
  const office = foundation.desk_calendar[0];
  if (office === undefined) throw new RangeError('The demo definition has no calendar.');
  const workers = cast.agents.filter(
    (agent) => agent.row.api_only === 0 && roles.get(agent.row.role_id)?.tickets === 'edit',
  );
  const leads = workers.filter((agent) => /lead/i.test(roles.get(agent.row.role_id)?.name ?? ''));
  const byTeam = new Map(
    foundation.desk_team.map((team) => [team.id, workers.filter((agent) => agent.teamIds.includes(team.id))]),
  );
  const teams = new Map(foundation.desk_team.map((team) => [team.id, team.name]));
  const works = (agent: CastAgent, at: number): boolean =>
    agent.row.created_at < at && (agent.row.disabled === 0 || at < today - LEFT_DAYS_AGO * DAY_MS);

  return {
    definition,
    voices: definition.voices,
    foundation,
    cast,
    today,
    calendar: readCalendar(office),
    onCall: readCalendar(foundation.desk_calendar[1] ?? office),
    status: {
      new: statusId('New'),
      inProgress: statusId('In progress'),
      userUpdated: statusId('User updated'),
      awaitingUser: statusId('Awaiting user'),
      onHold: statusId('On hold'),
      awaitingSupplier: statusId('Awaiting supplier'),
      awaitingApproval: statusId('Awaiting approval'),
      cancelled: statusId('Cancelled'),
      closed: statusId('Closed'),
      scheduled: statusId('Scheduled'),
      resolved: statusId('Resolved'),
    },
    siteAssets: groupBySite(assets),
    learners: cast.agents.filter(
      (agent) => roles.get(agent.row.role_id)?.tickets === 'read' && agent.row.api_only === 0,
    ),
    isWaiting: (status) => holding.has(status),
    teamId: createNameIndex('team', foundation.desk_team),
    teamName: (id) => teams.get(id) ?? '',
    priorityId: createNameIndex('priority', foundation.desk_priority),
    pickAgent(teamId, at, random, except) {
      const able = (byTeam.get(teamId) ?? []).filter((agent) => agent !== except && works(agent, at));
      // A team's own people take most of its tickets; those of other teams help out.
      return able.length === 0
        ? undefined
        : random.weighted(
            able,
            (agent) => (agent.row.default_team_id === teamId ? 5 : 1) * (leads.includes(agent) ? 0.5 : 1),
          );
    },
    pickDispatcher(at, random) {
      const able = leads.filter((agent) => works(agent, at));
      return able.length === 0 ? undefined : random.pick(able);
    },
  };
}

function groupBySite(assets: readonly AssetRow[]): Map<number, AssetRow[]> {
  const groups = new Map<number, AssetRow[]>();
  for (const asset of assets) {
    if (asset.user_id !== null || asset.status !== 'In use') continue;
    const group = groups.get(asset.site_id);
    if (group === undefined) groups.set(asset.site_id, [asset]);
    else group.push(asset);
  }
  return groups;
}
