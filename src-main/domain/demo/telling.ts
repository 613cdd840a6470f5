import type { CastAgent, CastUser } from './build-people.ts';
import { composeMail, upperFirst } from './compose-message.ts';
import type { StyleDefinition } from './demo-definition.ts';
import type { DemoWorld } from './demo-world.ts';
import type { TicketSource } from '../tickets/ticket-words.ts';
import { fillText, type Slots } from './fill-text.ts';
import type { Random } from './random.ts';
import type { ScenarioDefinition, StepDefinition } from './scenario-definition.ts';
import type { NewAction, Story } from './story.ts';
import { efforts, unhurried, urgency, waits, type Moment } from './story-timing.ts';

/** What changes while a ticket is worked on. */
export interface TicketState {
  teamId: number;
  agent: CastAgent | undefined;
  /** Whose ticket it is when that is not who works on it. */
  owner: CastAgent | undefined;
  priorityId: number;
  closureNote: string;
}

export interface TellingOptions {
  readonly world: DemoWorld;
  readonly scenario: ScenarioDefinition;
  readonly user: CastUser;
  readonly source: TicketSource;
  readonly story: Story;
  readonly state: TicketState;
  readonly slots: Slots;
  readonly random: Random;
  readonly reopenStatus: number | null;
  /** Brought by another ticket, with which it ends. */
  readonly parented: boolean;
  readonly choose: Choose;
}

/** Picks one of a scenario's texts. */
export type Choose = (texts: readonly string[]) => string;

/** The voices and the pace of one ticket: who says what, how it is worded, and how long it takes. */
export interface Telling extends TellingOptions {
  /** Logged by a machine or by an agent, so that nobody waits for a friendly mail. */
  readonly impersonal: boolean;
  /** Its agents book their time and write no notes. */
  readonly terse: boolean;
  say(texts: readonly string[]): string;
  fromUser(texts: readonly string[]): string;
  fromAgent(texts: readonly string[]): string;
  userStyle(): StyleDefinition;
  tell(moment: Moment, action: NewAction, step?: StepDefinition): void;
  byAgent(action: Omit<NewAction, 'agent'>): NewAction;
  /** Whole minutes of work, in seconds; 0 when nothing is booked. */
  worked(moment: Moment, step?: StepDefinition): number;
}

export function createTelling(options: TellingOptions): Telling {
  const { world, user, source, story, state, slots, random, choose } = options;
  const { voices } = world;
  const impersonal = source === 'monitoring' || source === 'agent';
  const chat = source === 'chat';
  const fill = (texts: readonly string[]): string =>
    fillText(choose(texts), random, slots).replaceAll(/ {2,}/g, ' ').trim();
  const say = (texts: readonly string[]): string => upperFirst(fill(texts));
  const userStyle = (): StyleDefinition => voices.users[user.style] as StyleDefinition;

  function agentStyle(): StyleDefinition {
    return (voices.agents[state.agent?.style ?? ''] ?? Object.values(voices.agents)[0]) as StyleDefinition;
  }

  return {
    ...options,
    impersonal,
    terse: random.chance(0.52),
    say,
    userStyle,
    fromUser: (texts) =>
      composeMail(say(texts), userStyle(), random, slots, chat || random.chance(0.3) ? 'bare' : 'reply'),
    fromAgent: (texts) =>
      impersonal ? say(texts) : composeMail(say(texts), agentStyle(), random, slots, chat ? 'bare' : 'reply'),
    tell(moment, action, step) {
      const factor = unhurried.has(moment) ? 1 : (urgency[state.priorityId] ?? 1);
      const [least, most] = waits[moment];
      const hours = step?.after;
      story.tell(hours === undefined ? [least * factor, most * factor] : [hours[0] * 60, hours[1] * 60], action);
    },
    byAgent: (action) => (state.agent === undefined ? action : { ...action, agent: state.agent }),
    worked(moment, step) {
      const range = step?.minutes ?? efforts[moment];
      if (range === undefined || (step?.minutes === undefined && random.chance(0.3))) return 0;
      return Math.round(random.spread(range[0], range[1])) * 60;
    },
  };
}

/**
 * Lists as long as the scenario's list of fixes (of closures, if there is one fix) tell the same story: the second symptom goes with the second cause, fix
 * and closure. Other lists are picked from freely.
 */
export function createChoice(scenario: ScenarioDefinition, random: Random): Choose {
  const fix = scenario.steps.find((step) => 'fix' in step);
  const fixes = fix !== undefined && 'fix' in fix ? fix.fix.length : 1;
  const length = fixes > 1 ? fixes : scenario.closure.length;
  const thread = random.integer(0, length - 1);
  const own = new Set<readonly string[]>([
    scenario.summary,
    scenario.closure,
    ...scenario.details,
    ...(scenario.spoken === undefined ? [] : [scenario.spoken]),
    ...scenario.steps.flatMap((step) => Object.values(step).filter((value) => isTexts(value))),
  ]);
  return (texts) => {
    const threaded = length > 1 && texts.length === length && texts[0] !== '' && own.has(texts);
    return (threaded ? texts[thread] : undefined) ?? random.pick(texts);
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && typeof value[0] === 'string';
}
