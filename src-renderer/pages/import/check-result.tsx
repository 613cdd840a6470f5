import { hashKey } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import type { ImportPlan } from '../../../src-shared/domain/import-plan.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { isUnderWay, useImport } from './use-import.ts';
import { Refusals } from './refusals.tsx';
import classes from './import.module.css';

interface Props {
  readonly id: number;
  /** As it is now; the check may have been made with another one. */
  readonly plan: ImportPlan;
  readonly onDismiss: () => void;
}

/** What a check of the whole file found, until it is dismissed. */
export function CheckResult({ id, plan, onDismiss }: Props) {
  const { data, error } = useImport(id);
  if (error !== null) return <ErrorState error={error} what="The check could not be read" />;
  if (data === undefined) return null;
  if (isUnderWay(data.state)) return <ImportProgress details={data} />;
  return (
    <>
      {hashKey([data.plan]) !== hashKey([plan]) && (
        <p className={classes['note']}>
          <StateBadge state="warn">The plan has changed since.</StateBadge> Check once more to see what it brings now.
        </p>
      )}
      <ImportResult details={data} />
      <Refusals details={data} />
      <div className={classes['dismiss']}>
        <Button variant="default" onClick={onDismiss}>
          Dismiss
        </Button>
      </div>
    </>
  );
}
