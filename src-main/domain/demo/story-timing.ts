import type { StepVerb } from './scenario-definition.ts';

export type Moment = StepVerb | 'assign' | 'thanks' | 'close' | 'autoClose' | 'reopen' | 'chase';

/** Usual waits before each kind of step, in working minutes. */
export const waits: Readonly<Record<Moment, readonly [number, number]>> = {
  assign: [3, 75],
  ask: [6, 150],
  user: [8, 700],
  note: [5, 120],
  call: [10, 160],
  reply: [10, 300],
  supplier: [20, 240],
  hold: [20, 300],
  schedule: [15, 200],
  approval: [8, 90],
  resume: [60, 1500],
  priority: [3, 40],
  move: [10, 150],
  fix: [15, 420],
  thanks: [10, 600],
  close: [3, 60],
  autoClose: [1800, 1810],
  reopen: [120, 1500],
  chase: [300, 900],
};

/** Minutes that an agent usually books with each. */
export const efforts: Readonly<Partial<Record<Moment, readonly [number, number]>>> = {
  ask: [3, 8],
  note: [5, 30],
  call: [5, 20],
  reply: [4, 12],
  supplier: [10, 25],
  schedule: [4, 10],
  approval: [3, 6],
  resume: [5, 20],
  move: [3, 10],
  fix: [5, 35],
};

/** People's own pace, and rules, do not follow the priority. */
export const unhurried: ReadonlySet<Moment> = new Set(['user', 'thanks', 'autoClose', 'reopen', 'chase']);

/** Urgent work waits less. Keyed by the priority's place: 1 is the most urgent. */
export const urgency: Readonly<Record<number, number>> = { 1: 0.15, 2: 0.45, 3: 1, 4: 1.7 };

/** How likely a ticket of this age in days has got stuck somewhere on its way. */
export function stuckChance(ageDays: number): number {
  if (ageDays < 3) return 0.85;
  if (ageDays < 8) return 0.8;
  if (ageDays < 16) return 0.66;
  if (ageDays < 31) return 0.44;
  if (ageDays < 61) return 0.2;
  if (ageDays < 120) return 0.04;
  return 0.003;
}
