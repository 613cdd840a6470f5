import type { FieldPlan } from '../../../src-shared/domain/import-plan.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { pickValue, toText } from './pick-value.ts';

type Via = NonNullable<FieldPlan['via']>;

/** What a key leads to, over one or more other records of the same file; blank where it leads nowhere. */
export type FollowKeys = (via: Via, key: string) => string;

export interface KeyBook {
  /** Whether the plan follows anything. */
  readonly isNeeded: boolean;
  /** Remembers what of a record others point at. */
  learn(values: Readonly<Record<string, unknown>>): void;
  readonly follow: FollowKeys;
}

const mostKept = 200_000;

/** Records of a Django fixture point at each other by model and key. Only what the plan follows is kept. */
export function createKeyBook(plans: readonly FieldPlan[]): KeyBook {
  const wanted = new Map<string, Set<string>>();
  for (const { model, take } of plans.flatMap(({ via = [] }) => via)) {
    wanted.set(model, (wanted.get(model) ?? new Set()).add(take));
  }
  const kept = new Map<string, string>();
  return {
    isNeeded: wanted.size > 0,
    learn(values) {
      const model = toText(values['model']);
      const key = toText(values['pk']);
      for (const take of wanted.get(model) ?? []) {
        if (kept.size >= mostKept) {
          throw new AppError('too_large', 'The file has more records that others point at than can be kept in memory.');
        }
        kept.set(`${model} ${key} ${take}`, toText(pickValue(values, take)));
      }
    },
    follow: (via, key) =>
      via.reduce((at, { model, take }) => (at === '' ? '' : (kept.get(`${model} ${at} ${take}`) ?? '')), key),
  };
}
