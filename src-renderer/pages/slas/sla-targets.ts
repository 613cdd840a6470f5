import type { SlaRecord } from '../../../src-shared/api/slas.ts';
import { describeDuration } from '../../components/describe-duration.ts';
import { parseDuration } from './parse-duration.ts';

/** What is typed for one priority. */
export interface TypedTarget {
  readonly respond: string;
  readonly fix: string;
}

/** By the priority's id. */
export type TypedTargets = Readonly<Record<string, TypedTarget>>;

export function typedTargetsOf({ targets }: Pick<SlaRecord, 'targets'>): TypedTargets {
  return Object.fromEntries(
    targets.map(({ priority, respondSeconds, fixSeconds }) => [
      String(priority.id),
      { respond: describeDuration(respondSeconds), fix: describeDuration(fixSeconds) },
    ]),
  );
}

export const nothingTyped: TypedTarget = { respond: '', fix: '' };

/** The same targets with another one for a priority; one without any text is none. */
export function putTarget(targets: TypedTargets, priorityId: number, target: TypedTarget): TypedTargets {
  const { [String(priorityId)]: _, ...others } = targets;
  const isNone = target.respond.trim() === '' && target.fix.trim() === '';
  return isNone ? others : { ...others, [String(priorityId)]: target };
}

interface TargetProblem {
  readonly respond?: string;
  readonly fix?: string;
}

/** What is wrong with what is typed, beside the field that it is wrong in. */
export function findTargetProblem({ respond, fix }: TypedTarget): TargetProblem | undefined {
  if (respond.trim() === '' && fix.trim() === '') return undefined;
  const [respondSeconds, fixSeconds] = [parseDuration(respond), parseDuration(fix)];
  if (respondSeconds === undefined) return { respond: 'Write it like 1 h 30 min.' };
  if (fixSeconds === undefined) return { fix: 'Write it like 1 h 30 min.' };
  return respondSeconds > fixSeconds ? { fix: 'Not before the response.' } : undefined;
}

export function checkTargets(targets: TypedTargets): string | undefined {
  const wrong = Object.values(targets).some((target) => findTargetProblem(target) !== undefined);
  return wrong ? 'Some targets are not complete.' : undefined;
}

/** Those that are complete, as the calls take them. */
export function readTargets(targets: TypedTargets) {
  return Object.entries(targets).flatMap(([priorityId, target]) => {
    const [respondSeconds, fixSeconds] = [parseDuration(target.respond), parseDuration(target.fix)];
    if (respondSeconds === undefined || fixSeconds === undefined || respondSeconds > fixSeconds) return [];
    return [{ priorityId: Number(priorityId), respondSeconds, fixSeconds }];
  });
}
