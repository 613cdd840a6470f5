import { addWorkingSeconds, type WorkingCalendar } from '../sla/working-time.ts';
import type { CastAgent, CastUser } from './build-people.ts';
import type { ActionKind } from '../tickets/ticket-words.ts';
import type { Random } from './random.ts';

export interface StoryAction {
  readonly kind: ActionKind;
  readonly outcome: string;
  readonly agent: CastAgent | undefined;
  readonly user: CastUser | undefined;
  readonly actor: string;
  readonly private: boolean;
  readonly note: string;
  readonly seconds: number;
  readonly before: number | null;
  readonly after: number;
  readonly at: number;
}

export type NewAction = Pick<StoryAction, 'kind' | 'outcome' | 'note'> &
  Partial<Pick<StoryAction, 'agent' | 'user' | 'actor' | 'private' | 'seconds'>> & { status?: number };

/** A ticket's history as it grows. It ends when it reaches the demo's day, or where it got stuck. */
export interface Story {
  readonly actions: readonly StoryAction[];
  readonly over: boolean;
  readonly at: number;
  readonly status: number;
  /** Waits a number of working minutes between the two, then writes; without effect once the story is over. */
  tell(minutes: readonly [number, number], action: NewAction): void;
}

export function createStory(options: {
  openedAt: number;
  endsAt: number;
  /** Gets stuck on its way, most likely while it waits for somebody, and is never closed. */
  stuck: boolean;
  isWaiting: (status: number) => boolean;
  calendar: WorkingCalendar;
  random: Random;
}): Story {
  const { endsAt, stuck, isWaiting, calendar, random } = options;
  const actions: StoryAction[] = [];
  let at = options.openedAt;
  let status: number | null = null;
  let over = false;

  return {
    get actions() {
      return actions;
    },
    get over() {
      return over;
    },
    get at() {
      return at;
    },
    get status() {
      return status ?? 0;
    },
    tell([least, most], action) {
      if (over) return;
      const wait = most === 0 ? 0 : Math.max(25, Math.round(random.spread(least, most) * 60));
      let next = wait === 0 ? at : addWorkingSeconds(calendar, at, wait);
      // Some people answer in the evening.
      if (action.user !== undefined && actions.length > 0 && random.chance(0.08)) {
        next += random.integer(20, 200) * 60_000;
      }
      const stays = stuck && actions.length > 0 && random.chance(isWaiting(status ?? 0) ? 0.5 : 0.1);
      if (next >= endsAt || stays || (stuck && action.kind === 'closure')) {
        over = true;
        return;
      }
      at = next;
      const after: number = action.status ?? status ?? 0;
      actions.push({
        kind: action.kind,
        outcome: action.outcome,
        agent: action.agent,
        user: action.user,
        actor: action.actor ?? action.agent?.row.name ?? action.user?.row.name ?? 'System',
        private: action.private ?? false,
        note: action.note,
        seconds: action.seconds ?? 0,
        before: status,
        after,
        at,
      });
      status = after;
    },
  };
}
