import { addWorkingSeconds, type WorkingCalendar } from '../sla/working-time.ts';
import { createZoneClock, DAY_MS } from '../sla/zone-clock.ts';
import type { CastAgent, CastClient, CastUser } from './build-people.ts';
import type { AssetRow } from './desk-rows.ts';
import { fillText, type Slots } from './fill-text.ts';
import type { Random } from './random.ts';

export interface SlotSources {
  readonly user: CastUser;
  readonly client: CastClient;
  readonly asset: AssetRow | undefined;
  readonly openedAt: number;
  /** The moment that the ticket's history has reached. */
  readonly now: () => number;
  readonly calendar: WorkingCalendar;
  /** The scenario's own lists, which come before the shared ones. */
  readonly own: Readonly<Record<string, readonly string[]>>;
  readonly shared: Readonly<Record<string, readonly string[]>>;
  /** Who speaks or is assigned, as of now. */
  readonly agent: () => CastAgent | undefined;
  readonly teamName: () => string;
}

const WORKING_DAY_SECONDS = 10 * 3600;
const MINUTE_MS = 60_000;
const months = 'January February March April May June July August September October November December'.split(' ');
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** What a ticket's texts may mention. A slot keeps its value for the whole ticket, but for those that follow the agent. */
export function createTicketSlots(sources: SlotSources, random: Random): Slots {
  const { user, client, asset, own, shared } = sources;
  const kept = new Map<string, string>();
  const others = client.users.filter((other) => other !== user && other.row.inactive === 0);
  const otherUser = (): string => (others.length === 0 ? client.contact : random.pick(others)).row.name;

  const zone = createZoneClock(sources.calendar.zone);

  function clockTime(at: number, step: number): string {
    const minute = Math.floor(zone.localMinute(at) / step) * step;
    return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  }

  const facts: Readonly<Record<string, () => string | undefined>> = {
    user: () => user.firstName,
    full: () => user.row.name,
    email: () => user.row.email,
    phone: () => user.row.phone,
    title: () => user.row.job_title,
    department: () => user.row.department,
    site: () => user.site.name,
    address: () => user.site.address,
    client: () => client.definition.name,
    domain: () => client.definition.domain,
    trade: () => client.definition.trade,
    manager: () => client.contact.row.name,
    colleague: otherUser,
    colleague2: otherUser,
    asset: () => asset?.tag ?? 'not labelled',
    model: () => (asset === undefined ? 'PC' : `${asset.manufacturer} ${asset.model}`),
    serial: () => asset?.serial_number ?? 'unknown',
    app: () => random.pick(client.definition.apps),
    room: () => random.pick(client.definition.rooms),
    share: () => random.pick(client.definition.shares),
    vendor: () => `${slots('app') ?? ''} support`,
    hour: () => clockTime(sources.openedAt - random.integer(8, 70) * MINUTE_MS, 5),
    later: () => clockTime(sources.openedAt + random.integer(60, 240) * MINUTE_MS, 15),
  };
  const passing: Readonly<Record<string, () => string>> = {
    agent: () => sources.agent()?.firstName ?? 'the service desk',
    agentfull: () => sources.agent()?.row.name ?? 'the service desk',
    team: sources.teamName,
    daypart: () => (zone.localMinute(sources.now()) < 12 * 60 ? 'morning' : 'afternoon'),
    clock: () => clockTime(sources.now() + random.integer(3, 20) * MINUTE_MS, 1),
  };

  const slots: Slots = (name) => {
    const now = passing[name];
    if (now !== undefined) return now();
    const known = kept.get(name);
    if (known !== undefined) return known;
    const value = find(name);
    if (value === undefined) return undefined;
    const filled = value.includes('{') ? fillText(value, random, slots) : value;
    kept.set(name, filled);
    return filled;
  };

  function find(name: string): string | undefined {
    const list = own[name] ?? shared[name];
    if (list !== undefined) return random.pick(list);
    return facts[name]?.() ?? dated(name);
  }

  /**
   * `{date+3}` and `{weekday+3}`: so many working days from when it is said first, `{iso+3}` from the opening; with `-`
   * so many days before.
   */
  function dated(name: string): string | undefined {
    const match = /^(date|iso|weekday)(?:([+-])(\d+))?$/.exec(name);
    if (match === null) return undefined;
    const count = Number(match[3] ?? 0);
    const from = match[1] === 'iso' ? sources.openedAt : sources.now();
    const at =
      match[2] === '-' ? from - count * DAY_MS : addWorkingSeconds(sources.calendar, from, count * WORKING_DAY_SECONDS);
    // A date and its weekday are the same day, whenever each is said.
    const key = `day${match[1] === 'iso' ? ' of opening' : ''}${match[2] ?? ''}${count}`;
    const day = Number(kept.get(key) ?? zone.localDay(at));
    kept.set(key, String(day));
    const date = new Date(day * DAY_MS);
    if (match[1] === 'iso') return date.toISOString().slice(0, 10);
    if (match[1] === 'weekday') return days[(date.getUTCDay() + 6) % 7];
    return `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
  }

  return slots;
}
