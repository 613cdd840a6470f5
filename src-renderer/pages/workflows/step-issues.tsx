import type { WorkflowIssue } from '../../../src-shared/domain/check-workflow.ts';
import classes from './workflows.module.css';

interface Props {
  readonly issues: readonly WorkflowIssue[];
  readonly step: string;
}

/** What is wrong with one step. */
export function StepIssues({ issues, step }: Props) {
  const own = issues.filter((issue) => issue.step === step);
  if (own.length === 0) return null;
  return (
    <ul className={classes['step-issues']} aria-label="What to look at">
      {own.map(({ sentence, severity }) => (
        <li key={sentence} data-severity={severity}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}
