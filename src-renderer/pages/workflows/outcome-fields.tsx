import { NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { OutcomeRecord } from '../../../src-shared/api/outcomes.ts';
import { checkOutcome } from '../../../src-shared/domain/check-outcome.ts';
import { api } from '../../api/client.ts';
import type { DeskFieldsProps } from '../../components/desk/desk-form.ts';
import { FieldSpan } from '../../components/form/field-grid.tsx';
import {
  ChoiceField,
  ChoicesField,
  toFieldChoices,
  toWordChoices,
} from '../../components/form/fields/choice-field.tsx';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { AskedFields } from './asked-fields.tsx';
import { audienceLabels } from './describe-audience.ts';
import type { OutcomeValues } from './outcome-values.ts';
import classes from './workflows.module.css';

const assignLabels = { keep: 'Stays as it is', self: 'Whoever uses it', agent: 'A certain agent' } as const;

/** What an action asks for, writes and sets. */
export function OutcomeFields({ form, record }: DeskFieldsProps<OutcomeValues, OutcomeRecord>) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const { data: choices } = useQuery(api.outcomes.choices.queryOptions());
  const { values, draft } = form;
  const forUsers = values.audience !== 'agents';
  const problems = checkOutcome({ ...values, forAgents: values.audience !== 'users', forUsers });
  const assigns = toWordChoices(assignLabels).filter(({ value }) => value !== 'self' || !forUsers);
  const agents = lookups?.agents.filter(
    ({ id, disabled, apiOnly }) => (!disabled && !apiOnly) || id === record?.agent?.id,
  );
  const choosing = choices?.types.filter(({ allowsAll }) => !allowsAll) ?? [];
  const { set } = draft;
  // What an action for users cannot have goes at once and in sight, not by a refusal later.
  useEffect(() => {
    if (!forUsers) return;
    const { private: isPrivate, minutes, assigns: whom } = values;
    if (!isPrivate && minutes === 0 && whom !== 'self') return;
    set({ private: false, minutes: 0, assigns: whom === 'self' ? 'keep' : whom });
  }, [forUsers, values, set]);

  return (
    <>
      {problems.length > 0 && (
        <FieldSpan>
          <ul className={classes['problems']} aria-label="What has to change">
            {problems.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </FieldSpan>
      )}
      <TextField form={form} name="name" required autoFocus description="What the history of a ticket calls it." />
      <TextField form={form} name="label" description="What its button says, when not the name." />
      <ChoiceField form={form} name="audience" choices={toWordChoices(audienceLabels)} />
      <FieldSpan>
        <h2 className={classes['group']}>How it runs</h2>
      </FieldSpan>
      <FlagField
        form={form}
        name="quick"
        description="Runs at once and asks for nothing. The tool “Action a Ticket” runs quick actions only."
      />
      <FlagField
        form={form}
        name="always"
        description="Offered whatever step a ticket is on, and on tickets without a workflow."
      />
      <TextField
        form={form}
        name="note"
        long
        description="Goes into the conversation when whoever uses it writes nothing else."
      />
      {!values.quick && (
        <FlagField
          form={form}
          name="noteRequired"
          description="It cannot be used without a note; the one above counts."
        />
      )}
      {!forUsers && (
        <FlagField form={form} name="private" description="What it writes is for agents alone; users never see it." />
      )}
      <FieldSpan>
        <AskedFields
          label={form.labels.fields}
          fields={choices?.fields ?? []}
          value={values.fields}
          mayRequire={!values.quick}
          onChange={(fields) => set({ fields })}
        />
      </FieldSpan>
      <FieldSpan>
        <h2 className={classes['group']}>What it sets on the ticket</h2>
      </FieldSpan>
      <ChoiceField form={form} name="statusId" choices={toFieldChoices(lookups?.statuses)} none="Stays as it is" />
      <ChoiceField form={form} name="priorityId" choices={toFieldChoices(lookups?.priorities)} none="Stays as it is" />
      <ChoiceField
        form={form}
        name="teamId"
        choices={toFieldChoices(lookups?.teams.filter(({ id, inactive }) => !inactive || id === record?.team?.id))}
        none="Stays as it is"
      />
      <ChoiceField form={form} name="assigns" choices={assigns} />
      {values.assigns === 'agent' && (
        <ChoiceField form={form} name="agentId" choices={toFieldChoices(agents)} required />
      )}
      {!forUsers && (
        <NumberInput
          label={form.labels.minutes}
          description="Booked for the agent who uses it."
          min={0}
          max={1440}
          value={values.minutes}
          onChange={(value) => set({ minutes: typeof value === 'number' ? value : 0 })}
        />
      )}
      <FieldSpan>
        <h2 className={classes['group']}>Where it may be used</h2>
      </FieldSpan>
      {record !== undefined && choosing.length > 0 && (
        <ChoicesField
          form={form}
          name="typeIds"
          choices={toFieldChoices(choosing)}
          none="No type that chooses its actions"
          description="Ticket types that choose their actions; the others allow all of them."
        />
      )}
      <FlagField
        form={form}
        name="inactive"
        description="Offered to nobody, and kept for the histories that name it."
      />
    </>
  );
}
