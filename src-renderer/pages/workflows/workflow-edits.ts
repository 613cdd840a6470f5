import type {
  WorkflowDefinition,
  WorkflowOffer,
  WorkflowStep,
} from '../../../src-shared/domain/workflow-definition.ts';

/** Changes of a definition, each as a new one. The form and the diagram make no others. */
type Edit = WorkflowDefinition;

export function changeStep(of: Edit, key: string, change: Partial<WorkflowStep>): Edit {
  return { ...of, steps: of.steps.map((step) => (step.key === key ? { ...step, ...change } : step)) };
}

/** At the end, before the steps where tickets are closed. */
export function addStep(of: Edit): { definition: Edit; key: string } {
  const numbers = of.steps.map(({ key }) => Number(/^new-(\d+)$/.exec(key)?.[1] ?? 0));
  const key = `new-${Math.max(0, ...numbers) + 1}`;
  const names = new Set(of.steps.map(({ name }) => name.trim().toLowerCase()));
  const number = [...names, ''].findIndex((_, index) => !names.has(nameOf(index).toLowerCase()));
  const step = { key, name: nameOf(number), isStart: false, isEnd: false, isReopening: false, offers: [] };
  const lastOpen = of.steps.findLastIndex(({ isEnd }) => !isEnd);
  return { definition: { ...of, steps: of.steps.toSpliced(lastOpen + 1, 0, step) }, key };
}

function nameOf(index: number): string {
  return index === 0 ? 'New step' : `New step ${index + 1}`;
}

/** What led to it stays where it is. */
export function removeSteps(of: Edit, keys: readonly string[]): Edit {
  const steps = of.steps
    .filter(({ key }) => !keys.includes(key))
    .map((step) => ({
      ...step,
      offers: step.offers.map((offer) => (keys.includes(offer.to ?? '') ? { outcomeId: offer.outcomeId } : offer)),
    }));
  return { ...of, steps };
}

export function moveStep(of: Edit, key: string, by: -1 | 1): Edit {
  const from = of.steps.findIndex((step) => step.key === key);
  return { ...of, steps: swap(of.steps, from, from + by) };
}

/** There is one start, and one step where reopened tickets go on. */
export function markStep(of: Edit, key: string, mark: 'isStart' | 'isEnd' | 'isReopening', on: boolean): Edit {
  const steps = of.steps.map((step) => {
    if (step.key !== key) return on && mark !== 'isEnd' ? { ...step, [mark]: false } : step;
    const others = !on ? {} : mark === 'isEnd' ? { isStart: false, isReopening: false } : { isEnd: false };
    return { ...step, ...others, [mark]: on };
  });
  return { ...of, steps };
}

export function addOffer(of: Edit, key: string, outcomeId: number): Edit {
  return changeOffers(of, key, (offers) => [...offers, { outcomeId }]);
}

/** Without a step the ticket stays. */
export function leadOffer(of: Edit, key: string, outcomeId: number, to: string | undefined): Edit {
  const led = { outcomeId, ...(to !== undefined && { to }) };
  return changeOffers(of, key, (offers) => offers.map((offer) => (offer.outcomeId === outcomeId ? led : offer)));
}

export function removeOffer(of: Edit, key: string, outcomeId: number): Edit {
  return changeOffers(of, key, (offers) => offers.filter((offer) => offer.outcomeId !== outcomeId));
}

export function moveOffer(of: Edit, key: string, outcomeId: number, by: -1 | 1): Edit {
  return changeOffers(of, key, (offers) => {
    const from = offers.findIndex((offer) => offer.outcomeId === outcomeId);
    return swap(offers, from, from + by);
  });
}

function changeOffers(
  of: Edit,
  key: string,
  change: (offers: readonly WorkflowOffer[]) => readonly WorkflowOffer[],
): Edit {
  return {
    ...of,
    steps: of.steps.map((step) => (step.key === key ? { ...step, offers: change(step.offers) } : step)),
  };
}

function swap<Item>(list: readonly Item[], one: number, other: number): readonly Item[] {
  const [first, second] = [list[one], list[other]];
  if (first === undefined || second === undefined) return list;
  return list.with(one, second).with(other, first);
}
