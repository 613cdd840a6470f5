import { ActionIcon, Select } from '@mantine/core';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { WorkflowOffer, WorkflowStep } from '../../../src-shared/domain/workflow-definition.ts';
import { AddOffer } from './add-offer.tsx';
import { OutcomeMarks } from './outcome-marks.tsx';
import type { EditedWorkflow } from './use-workflow.ts';
import { leadOffer, moveOffer, removeOffer } from './workflow-edits.ts';
import classes from './workflows.module.css';

interface Props {
  readonly edited: EditedWorkflow;
  readonly step: WorkflowStep;
}

const stays = 'stays';

/** The actions that a step offers, in their order, and the step that each leads to. */
export function Offers({ edited, step }: Props) {
  const { offers, name } = step;
  return (
    <section aria-label={`Actions on ${name}`} className={classes['offers']}>
      <h3>Actions on this step</h3>
      {offers.length === 0 && <p className={classes['dim']}>None yet, beside those that are offered on every step.</p>}
      {offers.length > 0 && (
        <ul>
          {offers.map((offer, index) => (
            <OfferRow key={offer.outcomeId} edited={edited} step={step} offer={offer} index={index} />
          ))}
        </ul>
      )}
      <AddOffer edited={edited} step={step} />
    </section>
  );
}

interface RowProps extends Props {
  readonly offer: WorkflowOffer;
  readonly index: number;
}

function OfferRow({ edited, step, offer, index }: RowProps) {
  const { definition, outcomes, change } = edited;
  const { outcomeId, to } = offer;
  const outcome = outcomes.get(outcomeId);
  const name = outcome?.name ?? `Action ${outcomeId}`;
  const steps = definition.steps.filter(({ key }) => key !== step.key);
  const buttons = [
    { words: 'up', icon: ArrowUp, disabled: index === 0, edit: () => moveOffer(definition, step.key, outcomeId, -1) },
    {
      ...{ words: 'down', icon: ArrowDown, disabled: index === step.offers.length - 1 },
      edit: () => moveOffer(definition, step.key, outcomeId, 1),
    },
  ];
  return (
    <li className={classes['offer']}>
      <span className={classes['offer-name']}>
        <span className="one-line" title={name}>
          {name}
        </span>
        {outcome !== undefined && <OutcomeMarks outcome={outcome} />}
      </span>
      <Select
        aria-label={`Where ${name} leads`}
        className={classes['offer-to'] ?? ''}
        allowDeselect={false}
        searchable={steps.length > 10}
        data={[
          { value: stays, label: 'Stays on this step' },
          ...steps.map((each) => ({ value: each.key, label: `To ${each.name}` })),
        ]}
        value={to === undefined || to === step.key ? stays : to}
        onChange={(value) =>
          change(leadOffer(definition, step.key, outcomeId, value === null || value === stays ? undefined : value))
        }
      />
      <span className={classes['offer-buttons']}>
        {buttons.map(({ words, icon: Icon, disabled, edit }) => (
          <ActionIcon
            key={words}
            aria-label={`Move ${name} ${words}`}
            disabled={disabled}
            onClick={() => change(edit())}
          >
            <Icon size={14} />
          </ActionIcon>
        ))}
        <ActionIcon
          aria-label={`Take ${name} off the step`}
          onClick={() => change(removeOffer(definition, step.key, outcomeId))}
        >
          <X size={14} />
        </ActionIcon>
      </span>
    </li>
  );
}
