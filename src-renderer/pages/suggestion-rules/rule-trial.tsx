import { Button, Progress } from '@mantine/core';
import { FormSection } from '../../components/form/form-section.tsx';
import { formatNumber } from '../../components/format-number.ts';
import type { RuleFields } from './rule-words.ts';
import { TrialCases } from './trial-cases.tsx';
import { TrialFigures } from './trial-figures.tsx';
import { startTrial, stopTrial, type Trial, useTrials } from './use-trial.ts';
import classes from './rules.module.css';

interface Props {
  /** Of the saved rule, if it is saved. */
  readonly id: number | undefined;
  /** As the form says; undefined while that cannot be tried. */
  readonly rule: RuleFields | undefined;
  /** Whether the form differs from the saved rule in what it suggests. */
  readonly isEdited: boolean;
}

/** What the rule would have suggested for tickets whose end is known. */
export function RuleTrial({ id, rule, isEdited }: Props) {
  const key = String(id ?? 'new');
  const trial = useTrials(({ trials }) => trials[key]);
  const isRunning = trial?.state === 'running';
  const isOld = trial !== undefined && rule !== undefined && toWhat(trial.rule) !== toWhat(rule);
  const start = (): void => {
    if (rule !== undefined) void startTrial(key, rule, isEdited ? id : undefined);
  };
  return (
    <FormSection
      id="trial"
      title="Try it"
      about="What this rule would have suggested for the tickets closed last, at most 200 that it is for, held against what they have now. Nothing is changed."
      actions={
        isRunning ? (
          <Button variant="default" onClick={() => stopTrial(key)}>
            Stop
          </Button>
        ) : (
          <Button
            variant={trial === undefined || isOld ? 'filled' : 'default'}
            disabled={rule === undefined}
            onClick={start}
          >
            {trial === undefined ? 'Try on closed tickets' : 'Try again'}
          </Button>
        )
      }
    >
      <div role="status" className={classes['trial-state']}>
        {trial !== undefined && describeState(trial, isOld)}
      </div>
      {trial?.state === 'failed' && (
        <p role="alert" className={classes['failed']}>
          {trial.failure}
        </p>
      )}
      {trial?.told !== undefined && (
        <>
          {isRunning && (
            <Progress
              aria-label="Tickets that were tried"
              className={classes['progress'] ?? ''}
              value={trial.told.of === 0 ? 0 : (trial.told.done * 100) / trial.told.of}
            />
          )}
          <TrialFigures told={trial.told} isEdited={trial.compared} isSaved={id !== undefined} />
          {trial.told.kind === 'result' && (
            <TrialCases result={trial.told} proposesText={trial.rule.proposes === 'resolution'} />
          )}
        </>
      )}
    </FormSection>
  );
}

/** All of a rule that decides what it suggests. */
function toWhat({ name: _, autoApply: __, inactive: ___, ...rule }: RuleFields): string {
  return JSON.stringify(rule);
}

function describeState({ state, told, startedAt }: Trial, isOld: boolean): string {
  const old = isOld ? ' The form has changed since: try it again.' : '';
  if (state === 'failed') return '';
  if (told === undefined) {
    return state === 'running' ? 'Looking for closed tickets…' : `Stopped before a ticket was tried.${old}`;
  }
  const { done, of } = told;
  const ofAll = `${formatNumber(done)} of ${formatNumber(of)} tickets`;
  if (state === 'running') return `Tried on ${ofAll}${describeTimeLeft(done, of, Date.now() - startedAt)}`;
  if (state === 'stopped') return `Stopped after ${ofAll}. The figures are of those.${old}`;
  if (of === 0) return `None of the tickets closed last is one that this rule is for.${old}`;
  return `Tried on ${formatNumber(of)} closed ${of === 1 ? 'ticket' : 'tickets'}.${old}`;
}

function describeTimeLeft(done: number, of: number, elapsed: number): string {
  if (done === 0 || elapsed < 1_000) return '.';
  const seconds = Math.round(((of - done) * elapsed) / done / 1_000);
  return seconds < 1 ? ', almost done.' : `, about ${formatNumber(seconds)} s left.`;
}
