import { Button, Popover } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { WorkflowIssue } from '../../../src-shared/domain/check-workflow.ts';
import classes from './workflows.module.css';

interface Props {
  readonly issues: readonly WorkflowIssue[];
  readonly onStep: (key: string) => void;
}

/** Everything that is wrong, or only odd, with the workflow as it is drawn. */
export function IssueMenu({ issues, onStep }: Props) {
  const [opened, setOpened] = useState(false);
  if (issues.length === 0) return null;
  const wrong = issues.some(({ severity }) => severity === 'error');
  const many = issues.length > 1;
  const words = wrong ? `${issues.length} ${many ? 'problems' : 'problem'}` : `${issues.length} to look at`;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={420} shadow="sm" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={
            <CircleAlert size={14} aria-hidden className={classes['issue-icon']} data-wrong={wrong || undefined} />
          }
          onClick={() => setOpened(!opened)}
        >
          {words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="What to look at">
        <ul className={classes['issues']}>
          {issues.map(({ sentence, severity, step }) => (
            <li key={`${step} ${sentence}`} data-severity={severity}>
              {sentence}{' '}
              {step !== undefined && (
                <button
                  type="button"
                  onClick={() => {
                    setOpened(false);
                    onStep(step);
                  }}
                >
                  Show the step
                </button>
              )}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
