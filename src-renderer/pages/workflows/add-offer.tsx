import { Button, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import type { WorkflowStep } from '../../../src-shared/domain/workflow-definition.ts';
import { NewOutcomeForm } from './new-outcome.tsx';
import type { EditedWorkflow } from './use-workflow.ts';
import { addOffer } from './workflow-edits.ts';
import classes from './workflows.module.css';

interface Props {
  readonly edited: EditedWorkflow;
  readonly step: WorkflowStep;
}

/** Offers one more action on a step: one that is there, or a new one. */
export function AddOffer({ edited, step }: Props) {
  const { definition, outcomes, change } = edited;
  const [making, setMaking] = useState(false);
  const others = [...outcomes.values()].filter(
    ({ id, inactive }) => !inactive && !step.offers.some(({ outcomeId }) => outcomeId === id),
  );
  return (
    <div className={classes['add-offer']}>
      <Select
        aria-label={`Add an action to ${step.name}`}
        placeholder="Add an action"
        searchable
        clearable={false}
        data={others.map(({ id, name, statusName, always }) => ({
          value: String(id),
          label: [
            name,
            ...(statusName === undefined ? [] : [`sets ${statusName}`]),
            ...(always ? ['on every step'] : []),
          ].join(' · '),
        }))}
        value={null}
        nothingFoundMessage="No other action has this name"
        onChange={(id) => {
          if (id !== null) change(addOffer(definition, step.key, Number(id)));
        }}
      />
      <Button variant="default" onClick={() => setMaking(true)} aria-label={`New action for ${step.name}`}>
        New action
      </Button>
      <Modal opened={making} onClose={() => setMaking(false)} title={`New action for “${step.name}”`} size="lg">
        <NewOutcomeForm
          onClose={() => setMaking(false)}
          onDone={({ id }) => {
            setMaking(false);
            change(addOffer(definition, step.key, id));
          }}
        />
      </Modal>
    </div>
  );
}
