import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { Redo2, Undo2 } from 'lucide-react';
import { modifierKey } from '../../components/modifier-key.ts';
import { IssueMenu } from './issue-menu.tsx';
import type { EditedWorkflow } from './use-workflow.ts';
import classes from './workflows.module.css';

interface Props {
  readonly edited: EditedWorkflow;
  readonly onAdd: () => void;
  readonly onStep: (key: string) => void;
}

export function WorkflowTools({ edited: { undo, redo, issues }, onAdd, onStep }: Props) {
  return (
    <div className={classes['tools']}>
      <Tooltip label={`Undo (${modifierKey}+Z)`}>
        <ActionIcon aria-label="Undo" disabled={undo === undefined} onClick={() => undo?.()}>
          <Undo2 size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`Redo (${modifierKey}+Shift+Z)`}>
        <ActionIcon aria-label="Redo" disabled={redo === undefined} onClick={() => redo?.()}>
          <Redo2 size={16} />
        </ActionIcon>
      </Tooltip>
      <IssueMenu issues={issues} onStep={onStep} />
      <Button onClick={onAdd}>Add step</Button>
    </div>
  );
}
