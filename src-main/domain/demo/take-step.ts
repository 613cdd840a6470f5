import type { DemoStatuses } from './demo-world.ts';
import type { StepDefinition, StepVerb } from './scenario-definition.ts';
import { tellFix } from './end-ticket.ts';
import type { NewAction } from './story.ts';
import type { Telling } from './telling.ts';

type Shape = Pick<NewAction, 'kind' | 'outcome'> & {
  status: keyof DemoStatuses;
  /** Sent to the user with greeting and sign-off. */
  mail?: boolean;
  private?: boolean;
};

/** How an agent's steps are written down. */
const shapes: Readonly<Record<Exclude<StepVerb, 'user' | 'move' | 'fix'>, Shape>> = {
  ask: { kind: 'reply', outcome: 'Ask user', status: 'awaitingUser', mail: true },
  note: { kind: 'note', outcome: 'Private note', status: 'inProgress', private: true },
  call: { kind: 'note', outcome: 'Phone call', status: 'inProgress' },
  reply: { kind: 'reply', outcome: 'Email user', status: 'inProgress', mail: true },
  supplier: { kind: 'status', outcome: 'Awaiting supplier', status: 'awaitingSupplier', private: true },
  hold: { kind: 'status', outcome: 'Put on hold', status: 'onHold' },
  schedule: { kind: 'reply', outcome: 'Schedule visit', status: 'scheduled', mail: true },
  approval: { kind: 'status', outcome: 'Request approval', status: 'awaitingApproval' },
  resume: { kind: 'status', outcome: 'Resume work', status: 'inProgress', private: true },
  priority: { kind: 'note', outcome: 'Change priority', status: 'inProgress', private: true },
};

/** Tells one step of a scenario and what it changes. */
export function takeStep(
  telling: Telling,
  verb: StepVerb,
  texts: readonly string[],
  to: string | undefined,
  step: StepDefinition,
): void {
  const { world, user, story, state, random } = telling;
  if (verb === 'fix') return tellFix(telling, texts, step);
  if (verb === 'move') return move(telling, texts, to ?? '', step);
  if (verb === 'user') {
    const note = telling.fromUser(texts);
    telling.tell(verb, { kind: 'reply', outcome: 'User reply', note, user, status: world.status.userUpdated }, step);
    return;
  }
  if (verb === 'note' && telling.terse) return bookTime(telling, step);
  const shape = shapes[verb];
  const note = shape.mail === true ? telling.fromAgent(texts) : telling.say(texts);
  const seconds = telling.worked(verb, step);
  const status = world.status[shape.status];
  const action = { kind: shape.kind, outcome: shape.outcome, note, seconds, status, private: shape.private ?? false };
  telling.tell(verb, telling.byAgent(action), step);
  if (verb === 'ask' && random.chance(0.07)) {
    const again = telling.fromAgent(world.voices.ask_again);
    telling.tell('autoClose', telling.byAgent({ kind: 'reply', outcome: 'Ask user', note: again, status }));
  }
  if (verb === 'priority' && to !== undefined && !story.over) state.priorityId = world.priorityId(to);
}

function bookTime(telling: Telling, step: StepDefinition): void {
  const note = telling.say(telling.world.voices.booked);
  const seconds = telling.worked('note', step);
  const status = telling.world.status.inProgress;
  telling.tell(
    'note',
    telling.byAgent({ kind: 'time', outcome: 'Log time', note, seconds, private: true, status }),
    step,
  );
}

function move(telling: Telling, texts: readonly string[], team: string, step: StepDefinition): void {
  const { world, story, state, random } = telling;
  const teamId = world.teamId(team);
  const next = world.pickAgent(teamId, story.at, random, state.agent);
  const note = `${telling.say(texts)} Passed to ${team}${next === undefined ? '' : ` (${next.row.name})`}.`;
  const seconds = telling.worked('move', step);
  const status = world.status.inProgress;
  telling.tell(
    'move',
    telling.byAgent({ kind: 'assignment', outcome: 'Escalate', note, seconds, private: true, status }),
    step,
  );
  if (story.over) return;
  state.teamId = teamId;
  state.agent = next ?? state.agent;
}
