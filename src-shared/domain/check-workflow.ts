import type { OfferedOutcome, WorkflowDefinition, WorkflowStep } from './workflow-definition.ts';

export interface WorkflowIssue {
  /** An error keeps it from being saved; a warning is for whoever draws it. */
  readonly severity: 'error' | 'warning';
  readonly sentence: string;
  /** The key of the step that it is about. */
  readonly step?: string;
}

/** What is wrong with a definition, errors first. `outcomes` are all there are. */
export function checkWorkflow(
  definition: WorkflowDefinition,
  outcomes: ReadonlyMap<number, OfferedOutcome>,
): WorkflowIssue[] {
  const errors = [...checkNames(definition), ...checkMarks(definition), ...checkOffers(definition, outcomes)];
  const warnings =
    errors.length > 0 ? [] : [...warnOfWays(definition, outcomes), ...warnOfOffers(definition, outcomes)];
  return [
    ...errors.map((issue) => ({ severity: 'error' as const, ...issue })),
    ...warnings.map((issue) => ({ severity: 'warning' as const, ...issue })),
  ];
}

type Found = Omit<WorkflowIssue, 'severity'>;

function checkNames({ name, steps }: WorkflowDefinition): Found[] {
  const found: Found[] = name.trim() === '' ? [{ sentence: 'The workflow needs a name.' }] : [];
  // No page makes such a definition, but a call may.
  if (new Set(steps.map(({ key }) => key)).size < steps.length)
    found.push({ sentence: 'Two steps have the same key.' });
  const known = steps.flatMap(({ id }) => (id === undefined ? [] : [id]));
  if (new Set(known).size < known.length) found.push({ sentence: 'Two steps have the same id.' });
  const seen = new Set<string>();
  for (const { key, name: stepName } of steps) {
    const text = stepName.trim().toLowerCase();
    if (text === '') found.push({ sentence: 'Every step needs a name.', step: key });
    else if (seen.has(text)) {
      found.push({ sentence: `Two steps are called “${stepName.trim()}”. Give each a name of its own.`, step: key });
    }
    seen.add(text);
  }
  return found;
}

function checkMarks({ steps }: WorkflowDefinition): Found[] {
  const starts = steps.filter(({ isStart }) => isStart);
  const reopening = steps.filter(({ isReopening }) => isReopening);
  const found: Found[] = [];
  if (starts.length === 0) found.push({ sentence: 'No step is the start. Mark the one that new tickets are on.' });
  if (starts.length > 1) found.push({ sentence: `Only one step can be the start: ${listNames(starts)} are.` });
  if (!steps.some(({ isEnd }) => isEnd)) {
    found.push({ sentence: 'No step is an end. Closed tickets need one to be on.' });
  }
  if (reopening.length > 1) {
    found.push({ sentence: `Reopened tickets can go on in one step only: ${listNames(reopening)} are marked for it.` });
  }
  for (const { key, name, isStart, isEnd, isReopening } of steps) {
    if (isEnd && (isStart || isReopening)) {
      const other = isStart ? 'the start' : 'where reopened tickets go on';
      found.push({ sentence: `“${name}” is an end, where tickets are closed, and so cannot be ${other}.`, step: key });
    }
  }
  return found;
}

function checkOffers({ steps }: WorkflowDefinition, outcomes: ReadonlyMap<number, OfferedOutcome>): Found[] {
  const keys = new Set(steps.map(({ key }) => key));
  return steps.flatMap(({ key, name, offers }) => {
    const found: Found[] = [];
    const seen = new Set<number>();
    for (const { outcomeId, to } of offers) {
      const outcome = outcomes.get(outcomeId);
      if (outcome === undefined) {
        found.push({
          sentence: `“${name}” offers action ${outcomeId}, which does not exist. Take it away.`,
          step: key,
        });
      } else if (seen.has(outcomeId)) {
        found.push({ sentence: `“${name}” offers “${outcome.name}” twice. Take one away.`, step: key });
      }
      if (to !== undefined && !keys.has(to)) {
        const what = outcome?.name ?? `action ${outcomeId}`;
        found.push({
          sentence: `“${what}” on “${name}” leads to a step that is not there. Choose another.`,
          step: key,
        });
      }
      seen.add(outcomeId);
    }
    return found;
  });
}

/** Steps that nothing leads to, and steps that nothing leads away from. */
function warnOfWays({ steps }: WorkflowDefinition, outcomes: ReadonlyMap<number, OfferedOutcome>): Found[] {
  const end = steps.find(({ isEnd }) => isEnd);
  // Closing and reopening by other ways than an action lead to these.
  const reached = new Set(steps.filter((step) => step.isStart || step.isReopening || step === end));
  for (const step of reached) {
    for (const offer of step.offers) {
      const target = leadsTo(step, offer.to, outcomes.get(offer.outcomeId), steps);
      if (target !== undefined) reached.add(target);
    }
  }
  const found: Found[] = [];
  for (const step of steps) {
    if (!reached.has(step)) {
      found.push({ sentence: `No way leads to “${step.name}”: tickets never get there.`, step: step.key });
    }
    const leavesBy = step.offers.some(({ to, outcomeId }) => {
      const target = leadsTo(step, to, outcomes.get(outcomeId), steps);
      return target !== undefined && target !== step;
    });
    if (!step.isEnd && !leavesBy) {
      found.push({
        sentence: `No action leads on from “${step.name}”: tickets stay there until they are closed.`,
        step: step.key,
      });
    }
  }
  return found;
}

/** Where the status of an outcome decides otherwise than the definition says. */
function warnOfOffers({ steps }: WorkflowDefinition, outcomes: ReadonlyMap<number, OfferedOutcome>): Found[] {
  return steps.flatMap((step) =>
    step.offers.flatMap(({ outcomeId, to }): Found[] => {
      const outcome = outcomes.get(outcomeId);
      if (outcome === undefined) return [];
      const what = `“${outcome.name}” on “${step.name}”`;
      const told = (sentence: string): Found[] => [{ sentence, step: step.key }];
      if (outcome.inactive) return told(`${what} is inactive, and offered to nobody.`);
      if (step.isEnd && outcome.statusKind === 'closed') {
        return told(`${what} is never offered: it closes tickets, which are closed there already.`);
      }
      const drawn = steps.find(({ key }) => key === to) ?? step;
      const real = leadsTo(step, to, outcome, steps);
      if (real === undefined || real === drawn) return [];
      const does = outcome.statusKind === 'closed' ? 'closes the ticket' : 'gives an open status';
      const instead = to === undefined ? 'instead of leaving it there' : `and not to “${drawn.name}”`;
      return told(`${what} ${does}, so it leads to “${real.name}” ${instead}.`);
    }),
  );
}

/** The step that an outcome really leads to: its status decides where the two disagree. Undefined: it is never offered. */
function leadsTo(
  from: WorkflowStep,
  to: string | undefined,
  outcome: OfferedOutcome | undefined,
  steps: readonly WorkflowStep[],
): WorkflowStep | undefined {
  const drawn = steps.find(({ key }) => key === to) ?? from;
  const kind = outcome?.statusKind ?? (drawn.isEnd ? 'closed' : 'open');
  if (from.isEnd && outcome?.statusKind === 'closed') return undefined;
  if (drawn.isEnd === (kind === 'closed')) return drawn;
  if (kind === 'closed') return steps.find(({ isEnd }) => isEnd);
  return (from.isEnd ? steps.find(({ isReopening }) => isReopening) : undefined) ?? reopenTarget(from, steps);
}

/** A ticket that stays open on a step that is no end keeps it. */
function reopenTarget(from: WorkflowStep, steps: readonly WorkflowStep[]): WorkflowStep | undefined {
  return from.isEnd ? steps.find(({ isStart }) => isStart) : from;
}

function listNames(steps: readonly WorkflowStep[]): string {
  return steps.map(({ name }) => `“${name}”`).join(' and ');
}
