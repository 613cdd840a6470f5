import { Button, Checkbox, TextInput } from '@mantine/core';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { WorkflowStep } from '../../../src-shared/domain/workflow-definition.ts';
import { formatNumber } from '../../components/format-number.ts';
import { Offers } from './offers.tsx';
import { StepIssues } from './step-issues.tsx';
import type { EditedWorkflow } from './use-workflow.ts';
import { changeStep, markStep, moveStep, removeSteps } from './workflow-edits.ts';
import classes from './workflows.module.css';

interface Props {
  readonly edited: EditedWorkflow;
  readonly step: WorkflowStep;
  /** Rises when the name is to be typed next. */
  readonly focus?: number;
  readonly onRemoved?: () => void;
}

const marks = [
  ['isStart', 'Start', 'New tickets are on it.'],
  ['isEnd', 'End', 'Tickets on it are closed. Of several, the first takes what is closed without an action.'],
  ['isReopening', 'Reopened tickets', 'They go on here; at the start where no step is marked.'],
] as const;

/** One step of a workflow: what it is, and what is offered on it. */
export function StepFields({ edited, step, focus = 0, onRemoved }: Props) {
  const { definition, change, openOnSteps, issues } = edited;
  const { key, name } = step;
  const place = definition.steps.findIndex((each) => each.key === key);
  const open = openOnSteps[key] ?? 0;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus > 0) input.current?.select();
  }, [focus]);
  const nameProblem = name.trim() === '' ? 'The step needs a name.' : undefined;

  return (
    <div className={classes['step-fields']}>
      <StepIssues issues={issues} step={key} />
      <TextInput
        ref={input}
        label="Name"
        required
        maxLength={200}
        value={name}
        error={nameProblem}
        onChange={({ currentTarget }) =>
          change(changeStep(definition, key, { name: currentTarget.value }), `name ${key}`)
        }
      />
      <div className={classes['marks']}>
        {marks.map(([mark, label, description]) => (
          <Checkbox
            key={mark}
            label={label}
            description={description}
            checked={step[mark]}
            onChange={({ currentTarget }) => change(markStep(definition, key, mark, currentTarget.checked))}
          />
        ))}
      </div>
      <Offers edited={edited} step={step} />
      <div className={classes['step-foot']}>
        <span className={classes['dim']}>
          {open === 1 ? '1 open ticket is on it.' : `${formatNumber(open)} open tickets are on it.`}
        </span>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<ArrowUp size={14} aria-hidden />}
          disabled={place === 0}
          onClick={() => change(moveStep(definition, key, -1))}
          aria-label={`Move the step ${name} up`}
        >
          Up
        </Button>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<ArrowDown size={14} aria-hidden />}
          disabled={place === definition.steps.length - 1}
          onClick={() => change(moveStep(definition, key, 1))}
          aria-label={`Move the step ${name} down`}
        >
          Down
        </Button>
        <Button
          variant="default"
          leftSection={<Trash2 size={14} aria-hidden />}
          disabled={definition.steps.length === 1}
          onClick={() => {
            change(removeSteps(definition, [key]));
            onRemoved?.();
          }}
          aria-label={`Delete step ${name}`}
        >
          Delete step
        </Button>
      </div>
    </div>
  );
}
