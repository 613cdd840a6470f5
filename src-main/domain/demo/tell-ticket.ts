import { composeBody, composeMail, upperFirst } from './compose-message.ts';
import type { DemoWorld } from './demo-world.ts';
import type { CastAgent, CastUser } from './build-people.ts';
import type { StyleDefinition } from './demo-definition.ts';
import { fillText, type Slots } from './fill-text.ts';
import type { Random } from './random.ts';
import { readStep, type ScenarioDefinition, type StepDefinition } from './scenario-definition.ts';
import { efforts, urgency, waits, type Moment } from './story-timing.ts';
import type { NewAction, Story } from './story.ts';
import type { TicketSource } from './desk-rows.ts';

/** What changes while a ticket is worked on. */
export interface TicketState {
  teamId: number;
  agent: CastAgent | undefined;
  priorityId: number;
  closureNote: string;
}

export interface Telling {
  readonly world: DemoWorld;
  readonly scenario: ScenarioDefinition;
  readonly user: CastUser;
  readonly source: TicketSource;
  readonly story: Story;
  readonly state: TicketState;
  readonly slots: Slots;
  readonly random: Random;
  readonly reopenStatus: number | null;
}

/** Tells one ticket from its logging to its closure, or as far as it gets. Returns its description. */
export function tellTicket(telling: Telling): string {
  const { world, scenario, user, source, story, state, slots, random } = telling;
  const { status, voices } = world;
  const say = (texts: readonly string[]): string => upperFirst(fillText(random.pick(texts), random, slots));
  const brief = source === 'chat' || source === 'portal';
  const fromUser = (texts: readonly string[]): string =>
    composeMail(fillText(random.pick(texts), random, slots), userStyle(), random, slots, source === 'chat' || random.chance(0.35));
  const fromAgent = (texts: readonly string[]): string =>
    composeMail(say(texts), agentStyle(), random, slots, source === 'chat');

  function userStyle(): StyleDefinition {
    return voices.users[user.style] as StyleDefinition;
  }
  function agentStyle(): StyleDefinition {
    return (voices.agents[state.agent?.style ?? ''] ?? Object.values(voices.agents)[0]) as StyleDefinition;
  }
  function tell(moment: Moment, action: NewAction, step?: StepDefinition): void {
    const factor = urgency[state.priorityId] ?? 1;
    const usual = waits[moment];
    const hours = step?.after;
    const wait: readonly [number, number] =
      hours === undefined ? [usual[0] * factor, usual[1] * factor] : [hours[0] * 60, hours[1] * 60];
    story.tell(wait, action);
  }
  function worked(moment: Moment, step?: StepDefinition): number {
    const range = step?.minutes ?? efforts[moment];
    if (range === undefined || (step?.minutes === undefined && random.chance(0.3))) return 0;
    return Math.round(random.spread(range[0], range[1])) * 60;
  }
  function byAgent(action: Omit<NewAction, 'agent'>): NewAction {
    return state.agent === undefined ? action : { ...action, agent: state.agent };
  }

  const details = log();
  assign();
  let skipped = false;
  for (const [index, step] of scenario.steps.entries()) {
    const { verb, texts, to } = readStep(step);
    const dependent = verb === 'user' || verb === 'resume';
    if ((dependent && skipped) || !random.chance(step.chance)) {
      skipped = true;
      continue;
    }
    skipped = false;
    if (index > 0 && !dependent && verb !== 'fix') interrupt();
    take(verb, texts, to, step);
  }
  finish();
  return details;

  function log(): string {
    const spoken = source === 'phone' || (source === 'agent' && scenario.spoken !== undefined);
    let text: string;
    if (spoken && scenario.spoken !== undefined) text = say(scenario.spoken);
    else {
      const style = source === 'monitoring' || source === 'agent' ? undefined : userStyle();
      const body = composeBody(scenario.details, style, random, slots);
      text = style === undefined ? body : composeMail(upperFirst(body), style, random, slots, brief);
    }
    const by: Partial<NewAction> =
      source === 'monitoring'
        ? { actor: 'Monitoring' }
        : source === 'phone' || source === 'agent'
          ? state.agent === undefined ? {} : { agent: state.agent }
          : { user };
    const outcome = { email: 'Logged by email', portal: 'Logged on the portal', phone: 'Logged by telephone', chat: 'Logged in chat', monitoring: 'Alert received' }[source as string] ?? 'Logged';
    story.tell([0, 0], { kind: 'logged', outcome, note: text, status: status.new, ...by });
    return text;
  }

  function assign(): void {
    if (source === 'phone' || source === 'agent') return;
    const note = `Assigned to ${state.agent?.row.name ?? 'nobody'}, ${world.teamName(state.teamId)}.`;
    const dispatcher = random.chance(0.4) ? world.pickDispatcher(story.at, random) : state.agent;
    if (dispatcher === undefined) return;
    const later = random.chance(0.5);
    tell('assign', { kind: 'assignment', outcome: 'Assign', note, agent: dispatcher, private: true, ...(later ? {} : { status: status.inProgress }) });
    if (source !== 'monitoring' && random.chance(0.16)) {
      tell('close', byAgent({ kind: 'reply', outcome: 'Email user', note: fromAgent(voices.acknowledge), status: status.inProgress }));
    }
  }

  /** What happens in any ticket: the user chases, or the agent goes off shift. */
  function interrupt(): void {
    if (source !== 'monitoring' && source !== 'agent' && random.chance(0.035)) {
      tell('chase', { kind: 'reply', outcome: 'User reply', note: fromUser(voices.chase), user, status: status.userUpdated });
      tell('reply', byAgent({ kind: 'reply', outcome: 'Email user', note: fromAgent(voices.answer_chase), status: status.inProgress }));
    } else if (random.chance(0.03)) {
      const next = world.pickAgent(state.teamId, story.at, random, state.agent);
      if (next === undefined) return;
      const note = say(voices.hand_over);
      tell('move', byAgent({ kind: 'assignment', outcome: 'Hand over', note: `${note} Now with ${next.row.name}.`, private: true }));
      if (!story.over) state.agent = next;
    }
  }

  function take(verb: Moment, texts: readonly string[], to: string | undefined, step: StepDefinition): void {
    const seconds = worked(verb, step);
    switch (verb) {
      case 'ask':
        tell(verb, byAgent({ kind: 'reply', outcome: 'Ask user', note: fromAgent(texts), seconds, status: status.awaitingUser }), step);
        if (random.chance(0.07)) {
          tell('autoClose', byAgent({ kind: 'reply', outcome: 'Ask user', note: fromAgent(voices.ask_again), status: status.awaitingUser }));
        }
        return;
      case 'user':
        tell(verb, { kind: 'reply', outcome: 'User reply', note: fromUser(texts), user, status: status.userUpdated }, step);
        return;
      case 'note':
        tell(verb, byAgent({ kind: 'note', outcome: 'Private note', note: say(texts), seconds, private: true, status: status.inProgress }), step);
        return;
      case 'call':
        tell(verb, byAgent({ kind: 'note', outcome: 'Phone call', note: say(texts), seconds, status: status.inProgress }), step);
        return;
      case 'reply':
        tell(verb, byAgent({ kind: 'reply', outcome: 'Email user', note: fromAgent(texts), seconds, status: status.inProgress }), step);
        return;
      case 'supplier':
        tell(verb, byAgent({ kind: 'status', outcome: 'Awaiting supplier', note: say(texts), seconds, private: true, status: status.awaitingSupplier }), step);
        return;
      case 'hold':
        tell(verb, byAgent({ kind: 'status', outcome: 'Put on hold', note: say(texts), status: status.onHold }), step);
        return;
      case 'schedule':
        tell(verb, byAgent({ kind: 'reply', outcome: 'Schedule visit', note: fromAgent(texts), seconds, status: status.scheduled }), step);
        return;
      case 'approval':
        tell(verb, byAgent({ kind: 'status', outcome: 'Request approval', note: say(texts), seconds, status: status.awaitingApproval }), step);
        return;
      case 'resume':
        tell(verb, byAgent({ kind: 'status', outcome: 'Resume work', note: say(texts), seconds, private: true, status: status.inProgress }), step);
        return;
      case 'priority':
        tell(verb, byAgent({ kind: 'note', outcome: 'Change priority', note: say(texts), private: true, status: status.inProgress }), step);
        if (!story.over && to !== undefined) state.priorityId = world.priorityId(to);
        return;
      case 'move': {
        const teamId = world.teamId(to ?? '');
        const next = world.pickAgent(teamId, story.at, random, state.agent);
        tell(verb, byAgent({ kind: 'assignment', outcome: 'Escalate', note: `${say(texts)} Passed to ${to}${next === undefined ? '' : ` (${next.row.name})`}.`, seconds, private: true, status: status.inProgress }), step);
        if (story.over) return;
        state.teamId = teamId;
        state.agent = next ?? state.agent;
        return;
      }
      case 'fix':
        return fix(texts, step, seconds);
    }
  }

  function fix(texts: readonly string[], step: StepDefinition, seconds: number): void {
    if (random.chance(0.65)) {
      // Told and closed in one go.
      state.closureNote = say(scenario.closure);
      tell('fix', byAgent({ kind: 'closure', outcome: 'Close', note: fromAgent(texts), seconds, status: status.closed }), step);
      return;
    }
    tell('fix', byAgent({ kind: 'reply', outcome: 'Resolve', note: fromAgent(texts), seconds, status: status.resolved }), step);
    if (source !== 'monitoring' && source !== 'agent' && random.chance(0.6)) {
      tell('thanks', { kind: 'reply', outcome: 'User reply', note: fromUser(voices.thanks), user, status: status.userUpdated });
      close('close');
    } else close('autoClose');
  }

  function close(moment: 'close' | 'autoClose'): void {
    if (story.over) return;
    const note = say(scenario.closure);
    const automatic = moment === 'autoClose' && source !== 'agent';
    state.closureNote = note;
    if (automatic) tell(moment, { kind: 'closure', outcome: 'Close automatically', note: say(voices.auto_close), status: status.closed });
    else tell(moment, byAgent({ kind: 'closure', outcome: 'Close', note, status: status.closed }));
  }

  function finish(): void {
    if (story.over) return;
    if (story.status !== status.closed) close('close');
    const reopenable = telling.reopenStatus !== null && source !== 'monitoring' && source !== 'agent';
    if (!reopenable || story.over || !random.chance(0.045)) return;
    tell('reopen', { kind: 'reopening', outcome: 'Reopened by user', note: fromUser(voices.reopen), user, status: telling.reopenStatus ?? status.new });
    tell('note', byAgent({ kind: 'note', outcome: 'Private note', note: say(voices.slots['second_look'] ?? ['Looking again.']), seconds: worked('note'), private: true, status: status.inProgress }));
    tell('fix', byAgent({ kind: 'closure', outcome: 'Close', note: fromAgent(voices.refix), seconds: worked('fix'), status: status.closed }));
  }
}
