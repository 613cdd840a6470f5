import type { WorkflowStep } from '../../../src-shared/domain/workflow-definition.ts';

/** In pixels of the diagram. */
export const nodeWidth = 216;
export const headHeight = 44;
export const offerHeight = 24;
const padding = 6;
const [columnGap, rowGap] = [96, 32];

export interface PlacedStep {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

function heightOf({ offers }: WorkflowStep): number {
  return headHeight + (offers.length === 0 ? 0 : offers.length * offerHeight + padding);
}

/**
 * Columns from left to right, filled with the steps in the order of how many actions are needed to get there from the
 * start; ends are in the last. Within a column a step is near those that lead to it. The same definition always looks the
 * same, so nothing of it is stored.
 */
export function layoutSteps(steps: readonly WorkflowStep[]): ReadonlyMap<string, PlacedStep> {
  const columns = intoColumns(steps);
  const placed = new Map<string, PlacedStep>();
  for (const [index, column] of columns.entries()) {
    const middleOf = ({ key }: WorkflowStep): number => {
      const before = steps.filter(({ offers }) => offers.some(({ to }) => to === key));
      const middles = before.flatMap((step) => {
        const place = placed.get(step.key);
        return place === undefined ? [] : [place.y + place.height / 2];
      });
      return middles.length === 0 ? Infinity : middles.reduce((sum, middle) => sum + middle, 0) / middles.length;
    };
    const middles = new Map(column.map((step) => [step, middleOf(step)]));
    const ordered = column.toSorted((one, other) => compare(middles.get(one), middles.get(other)));
    const total = ordered.reduce((sum, step) => sum + heightOf(step) + rowGap, -rowGap);
    let y = -total / 2;
    for (const step of ordered) {
      const height = heightOf(step);
      placed.set(step.key, { x: index * (nodeWidth + columnGap), y, height });
      y += height + rowGap;
    }
  }
  return placed;
}

function compare(one = Infinity, other = Infinity): number {
  return one === other ? 0 : one - other;
}

function intoColumns(steps: readonly WorkflowStep[]): WorkflowStep[][] {
  const distances = new Map<string, number>();
  const roots = steps.filter(({ isStart }) => isStart);
  const queue = roots.length > 0 ? [...roots] : steps.slice(0, 1);
  for (const step of queue) distances.set(step.key, 0);
  for (const step of queue) {
    const next = (distances.get(step.key) ?? 0) + 1;
    for (const { to } of step.offers) {
      const target = steps.find(({ key, isEnd }) => key === to && !isEnd);
      if (target === undefined || distances.has(target.key)) continue;
      distances.set(target.key, next);
      queue.push(target);
    }
  }
  const open = steps.filter(({ isEnd }) => !isEnd);
  // What nothing leads to comes last of them.
  const far = (step: WorkflowStep): number => distances.get(step.key) ?? Infinity;
  const inOrder = open.toSorted((one, other) => compare(far(one), far(other)));
  // The start stands alone, so that one sees where to begin.
  const [first, ...middle] = inOrder;
  const columns = first === undefined ? [] : [[first], ...spread(middle)];
  return [...columns, steps.filter(({ isEnd }) => isEnd)].filter((column) => column.length > 0);
}

/** Over as few columns as give the whole about the shape of a window, each as low as that many allow. */
function spread(steps: readonly WorkflowStep[]): WorkflowStep[][] {
  const total = steps.reduce((sum, step) => sum + heightOf(step) + rowGap, 0);
  const most = Math.max(2, Math.ceil(Math.sqrt(total / 600)));
  for (let limit = total / most; ; limit += rowGap) {
    const columns = fill(steps, limit);
    if (columns.length <= most) return columns;
  }
}

function fill(steps: readonly WorkflowStep[], limit: number): WorkflowStep[][] {
  const columns: WorkflowStep[][] = [];
  let room = 0;
  for (const step of steps) {
    const height = heightOf(step) + rowGap;
    const column = columns.at(-1);
    if (column === undefined || height > room) {
      columns.push([step]);
      room = limit - height;
    } else {
      column.push(step);
      room -= height;
    }
  }
  return columns;
}
