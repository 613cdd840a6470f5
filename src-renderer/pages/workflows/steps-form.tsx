import { TextInput } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { WithContents } from '../../components/contents/with-contents.tsx';
import { StepFields } from './step-fields.tsx';
import type { EditedWorkflow } from './use-workflow.ts';
import classes from './workflows.module.css';

interface Props {
  readonly edited: EditedWorkflow;
  /** The key of the step to bring into sight. */
  readonly shown: string | undefined;
  readonly focus: number;
}

const idOf = (key: string): string => `step-${key}`;

/** The whole workflow as a form: the same draft that the diagram draws. */
export function StepsForm({ edited, shown, focus }: Props) {
  const { definition, change } = edited;
  const entries = useMemo(
    () => definition.steps.map(({ key, name }) => ({ id: idOf(key), title: name.trim() === '' ? '(no name)' : name })),
    [definition.steps],
  );
  useEffect(() => {
    if (shown !== undefined) document.getElementById(idOf(shown))?.scrollIntoView({ block: 'nearest' });
  }, [shown, focus]);
  return (
    <WithContents entries={entries}>
      <TextInput
        className={classes['workflow-name'] ?? ''}
        label="Name of the workflow"
        required
        maxLength={200}
        value={definition.name}
        error={definition.name.trim() === '' ? 'The workflow needs a name.' : undefined}
        onChange={({ currentTarget }) => change({ ...definition, name: currentTarget.value }, 'name')}
      />
      {definition.steps.map((step) => (
        <section
          key={step.key}
          id={idOf(step.key)}
          tabIndex={-1}
          className={classes['step']}
          aria-label={`Step ${step.name}`}
        >
          <h2>{step.name}</h2>
          <StepFields edited={edited} step={step} focus={step.key === shown ? focus : 0} />
        </section>
      ))}
    </WithContents>
  );
}
