import { addWorkingSeconds } from '../sla/working-time.ts';
import type { DemoWorld } from './demo-world.ts';
import type { TimeEntryRow } from './desk-rows.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;

/** Time that agents book without a ticket, over the last three months: meetings, training, projects. */
export function buildOtherTime(world: DemoWorld, random: Random): Omit<TimeEntryRow, 'id'>[] {
  const entries: Omit<TimeEntryRow, 'id'>[] = [];
  const workers = world.cast.agents.filter((agent) => agent.row.api_only === 0 && agent.row.disabled === 0);
  for (let week = 1; week <= 13; week += 1) {
    for (const agent of workers) {
      if (!random.chance(0.8)) continue;
      const weekStart = world.today - week * 7 * DAY_MS;
      if (agent.row.created_at > weekStart) continue;
      const started_at = addWorkingSeconds(world.calendar, weekStart, random.integer(600, 120_000));
      const seconds = random.integer(1, 6) * 1800;
      if (started_at + seconds * 1000 >= world.today) continue;
      const note = random.pick(world.voices.other_work);
      entries.push({ agent_id: agent.row.id, ticket_id: null, action_id: null, note, started_at, seconds });
    }
  }
  return entries;
}
