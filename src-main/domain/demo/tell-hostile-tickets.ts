import { addWorkingSeconds, workingSecondsBetween } from '../sla/working-time.ts';
import type { CastUser } from './build-people.ts';
import type { ToldTicket } from './build-tickets.ts';
import type { HostileDefinition } from './demo-definition.ts';
import type { DemoWorld } from './demo-world.ts';
import { createNameIndex } from './name-index.ts';
import type { Random } from './random.ts';
import { createStory, type NewAction } from './story.ts';

const DAY_MS = 86_400_000;

/** Open tickets whose text tries to make an AI misbehave, with private notes that must not leave the desk. */
export function tellHostileTickets(world: DemoWorld, random: Random): ToldTicket[] {
  const statusId = createNameIndex('status', world.foundation.desk_status);
  return world.definition.hostile.map((hostile) => {
    const chance = random.fork(`hostile ${hostile.key}`);
    const openedAt = openOnWorkingDay(world, hostile.days_ago) + chance.integer(600, 7200) * 1000;
    const user = pickVictim(world, openedAt, chance);
    const teamId = world.teamId(hostile.team);
    const agent = world.pickAgent(teamId, openedAt, chance);
    const details = describe(hostile);
    const story = createStory({
      openedAt,
      endsAt: world.today,
      stuck: false,
      isWaiting: world.isWaiting,
      calendar: world.calendar,
      random: chance,
    });
    const tell = (action: NewAction): void => story.tell([5, 60], action);
    const byAgent: Partial<NewAction> = agent === undefined ? {} : { agent };
    const working = { status: statusId('In progress') };

    story.tell([0, 0], { kind: 'logged', outcome: 'Logged by email', note: details, user, status: statusId('New') });
    for (const note of hostile.private_notes) {
      tell({ kind: 'note', outcome: 'Private note', note, private: true, seconds: 600, ...byAgent, ...working });
    }
    for (const note of hostile.agent_replies)
      tell({ kind: 'reply', outcome: 'Email user', note, ...byAgent, ...working });
    for (const note of hostile.replies) {
      tell({ kind: 'reply', outcome: 'User reply', note, user, status: statusId('User updated') });
    }
    if (story.status !== statusId(hostile.status)) {
      tell({
        kind: 'status',
        outcome: 'Change status',
        note: '',
        private: true,
        ...byAgent,
        status: statusId(hostile.status),
      });
    }
    return {
      typeName: hostile.type,
      category: hostile.category,
      service: undefined,
      user,
      asset: undefined,
      articles: [],
      fields: {},
      summary: hostile.summary,
      details,
      source: 'email',
      actions: story.actions,
      state: { teamId, agent, owner: undefined, priorityId: world.priorityId(hostile.priority), closureNote: '' },
      parent: undefined,
    };
  });
}

function describe({ details, padding }: HostileDefinition): string {
  return padding === undefined
    ? details
    : `${details}\n\n${Array.from({ length: padding.times }, () => padding.text).join('\n')}`;
}

/** The start of work on the last working day that is at least so many days ago, so that its notes fit into that day. */
function openOnWorkingDay(world: DemoWorld, daysAgo: number): number {
  let start = world.today - Math.round(daysAgo) * DAY_MS;
  while (workingSecondsBetween(world.calendar, start, start + DAY_MS) < 8 * 3600) start -= DAY_MS;
  return addWorkingSeconds(world.calendar, start, 1);
}

/** Whose name the mail came under. */
function pickVictim(world: DemoWorld, at: number, random: Random): CastUser {
  const users = world.cast.clients.flatMap((client) => client.users);
  return random.pick(users.filter((user) => user.row.inactive === 0 && user.row.created_at < at));
}
