import { createZoneClock, DAY_MS } from '../sla/zone-clock.ts';
import type { DemoWorld } from './demo-world.ts';
import { createDraw, type Random } from './random.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export interface Opening {
  readonly at: number;
  readonly scenario: ScenarioDefinition;
}

/** Monday is the busiest day; weekends bring a mail or two. */
const weekdayWeights = [1.4, 1.1, 1, 1, 0.85, 0.05, 0.04];
/** January and September are busy, August and December are not. */
const monthWeights = [1.15, 1, 1, 0.95, 1, 1, 0.9, 0.8, 1.2, 1.05, 1, 0.8];
/** By the hour, from midnight. */
const officeHours = hourDraw([0, 0, 0, 0, 0, 0, 1, 4, 13, 18, 15, 11, 7, 9, 12, 11, 8, 4, 1.2, 0.6, 0.4, 0.3, 0.1, 0]);
const mondayHours = hourDraw([0, 0, 0, 0, 0, 0, 1, 7, 22, 24, 14, 9, 6, 8, 9, 8, 6, 3, 1, 0.5, 0.3, 0.2, 0.1, 0]);
const nightHours = hourDraw([5, 8, 10, 9, 8, 7, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 3, 4]);
const anyHours = hourDraw(Array.from({ length: 24 }, () => 1));

/** When tickets come in, and what they are about, in order of time. */
export function pickOpenings(world: DemoWorld, count: number, random: Random): Opening[] {
  const { zone, holidays } = world.calendar;
  const clock = createZoneClock(zone);
  const last = clock.localDay(world.today) - 1;
  const first = last - Math.round(world.definition.volume.months * 30.4);
  const closedDays = new Set(holidays.map((date) => Date.parse(`${date}T00:00:00Z`) / DAY_MS));
  const days = Array.from({ length: last - first + 1 }, (_, index) => {
    const day = first + index;
    const date = new Date(day * DAY_MS);
    const weekday = (date.getUTCDay() + 6) % 7;
    const growth = 0.8 + (0.45 * index) / (last - first);
    const office =
      (closedDays.has(day) ? 0.04 : (weekdayWeights[weekday] ?? 1)) * (monthWeights[date.getUTCMonth()] ?? 1);
    return { day, weekday, office: office * growth, always: growth };
  });
  const scenarios = world.definition.scenarios.filter((scenario) => !scenario.only_brought);

  const drawScenario = createDraw(scenarios, (each) => each.weight);
  const drawOfficeDay = createDraw(days, (each) => each.office);
  const drawAnyDay = createDraw(days, (each) => each.always);

  const openings = Array.from({ length: count }, (): Opening => {
    const scenario = drawScenario(random);
    const office = scenario.hours === 'office';
    const day = office ? drawOfficeDay(random) : drawAnyDay(random);
    const hours = office
      ? day.weekday === 0
        ? mondayHours
        : officeHours
      : scenario.hours === 'night'
        ? nightHours
        : anyHours;
    const hour = hours(random);
    const at = clock.instantOf(day.day, hour * 60 + random.integer(0, 59), 'first') + random.integer(0, 59) * 1000;
    return { at, scenario };
  });
  return openings.sort((one, other) => one.at - other.at);
}

function hourDraw(weights: readonly number[]): (random: Random) => number {
  return createDraw([...weights.keys()], (hour) => weights[hour] ?? 0);
}
