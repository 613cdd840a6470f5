import type { CastAgent } from './build-people.ts';
import { composeBody, composeMail } from './compose-message.ts';
import type { TicketSource } from '../tickets/ticket-words.ts';
import { readStep } from './scenario-definition.ts';
import type { NewAction } from './story.ts';
import { takeStep } from './take-step.ts';
import { endTicket } from './end-ticket.ts';
import type { Telling } from './telling.ts';

const loggedBy: Readonly<Partial<Record<TicketSource, string>>> = {
  email: 'Logged by email',
  portal: 'Logged on the portal',
  phone: 'Logged by telephone',
  chat: 'Logged in chat',
  monitoring: 'Alert received',
};

/** Tells one ticket from its logging to its closure, or as far as it gets. Returns its description. */
export function tellTicket(telling: Telling): string {
  const { scenario, random } = telling;
  const details = log(telling);
  assign(telling);
  let skipped = false;
  for (const [index, step] of scenario.steps.entries()) {
    const { verb, texts, to } = readStep(step);
    const dependent = verb === 'user' || verb === 'resume';
    if ((dependent && skipped) || !random.chance(step.chance)) {
      skipped = true;
      continue;
    }
    skipped = false;
    if (index > 0 && !dependent && verb !== 'fix') interrupt(telling);
    if (index > 0 && verb !== 'user' && cancel(telling)) return details;
    takeStep(telling, verb, texts, to, step);
  }
  endTicket(telling);
  return details;
}

function log(telling: Telling): string {
  const { world, scenario, user, source, story, slots, random, choose } = telling;
  const spoken = source === 'phone' || source === 'agent' ? scenario.spoken : undefined;
  const style = telling.impersonal ? undefined : telling.userStyle();
  const form = source === 'chat' || (source === 'portal' && random.chance(0.8)) ? 'bare' : 'first';
  const body = (): string => composeBody(scenario.details, style, random, slots, choose);
  const text =
    spoken !== undefined
      ? telling.say(spoken)
      : style === undefined
        ? body()
        : composeMail(body(), style, random, slots, form);
  const action: NewAction = {
    kind: 'logged',
    outcome: loggedBy[source] ?? 'Logged',
    note: text,
    status: world.status.new,
  };
  if (source === 'monitoring') story.tell([0, 0], { ...action, actor: 'Monitoring' });
  else if (source === 'phone' || source === 'agent') story.tell([0, 0], telling.byAgent(action));
  else story.tell([0, 0], { ...action, user });
  return text;
}

function assign(telling: Telling): void {
  const { world, source, story, state, random } = telling;
  if (source === 'phone' || source === 'agent') return;
  const dispatcher = random.chance(0.4) ? world.pickDispatcher(story.at, random) : state.agent;
  if (dispatcher === undefined) return;
  state.owner = findLearner(telling);
  const worker = `${state.agent?.row.name ?? 'nobody'}, ${world.teamName(state.teamId)}`;
  const note =
    state.owner === undefined
      ? `Assigned to ${worker}.`
      : `Assigned to ${state.owner.row.name} to follow, with ${worker}.`;
  const action: NewAction = { kind: 'assignment', outcome: 'Assign', note, agent: dispatcher, private: true };
  telling.tell('assign', random.chance(0.5) ? action : { ...action, status: world.status.inProgress });
  if (source === 'monitoring' || !random.chance(0.16)) return;
  const reply = telling.fromAgent(world.voices.acknowledge);
  telling.tell(
    'close',
    telling.byAgent({ kind: 'reply', outcome: 'Email user', note: reply, status: world.status.inProgress }),
  );
}

/** Some tickets belong to somebody who is learning, while a colleague does the work. */
function findLearner({ world, story, state, random }: Telling): CastAgent | undefined {
  const able = world.learners.filter(
    (agent) => agent.row.created_at < story.at && agent.teamIds.includes(state.teamId),
  );
  return able.length > 0 && random.chance(0.09) ? random.pick(able) : undefined;
}

/** What happens in any ticket: the user chases, or the agent goes off shift. */
function interrupt(telling: Telling): void {
  const { world, user, story, state, random } = telling;
  const { status, voices } = world;
  if (!telling.impersonal && random.chance(0.035)) {
    const note = telling.fromUser(voices.chase);
    telling.tell('chase', { kind: 'reply', outcome: 'User reply', note, user, status: status.userUpdated });
    const answer = telling.fromAgent(voices.answer_chase);
    telling.tell(
      'reply',
      telling.byAgent({ kind: 'reply', outcome: 'Email user', note: answer, status: status.inProgress }),
    );
    return;
  }
  if (!random.chance(0.03)) return;
  const next = world.pickAgent(state.teamId, story.at, random, state.agent);
  if (next === undefined) return;
  const note = `${telling.say(voices.hand_over)} Now with ${next.row.name}.`;
  telling.tell('move', telling.byAgent({ kind: 'assignment', outcome: 'Hand over', note, private: true }));
  if (!story.over) state.agent = next;
}

function cancel(telling: Telling): boolean {
  const { world, user, state, random } = telling;
  const { status, voices } = world;
  if (telling.impersonal || telling.parented || !random.chance(0.008)) return false;
  const note = telling.fromUser(voices.not_needed);
  telling.tell('user', { kind: 'reply', outcome: 'User reply', note, user, status: status.userUpdated });
  state.closureNote = 'Cancelled by the user.';
  telling.tell(
    'close',
    telling.byAgent({ kind: 'closure', outcome: 'Cancel', note: state.closureNote, status: status.cancelled }),
  );
  return true;
}
