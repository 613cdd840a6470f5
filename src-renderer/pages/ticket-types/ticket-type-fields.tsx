import { useQuery } from '@tanstack/react-query';
import type { TicketTypeRecord } from '../../../src-shared/api/ticket-types.ts';
import { api } from '../../api/client.ts';
import type { DeskFieldsProps } from '../../components/desk/desk-form.ts';
import {
  ChoiceField,
  ChoicesField,
  toFieldChoices,
  toWordChoices,
} from '../../components/form/fields/choice-field.tsx';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { formatNumber } from '../../components/format-number.ts';
import type { TicketTypeValues } from './ticket-type-values.ts';
import { ticketTypeKindLabels } from './ticket-type-labels.ts';
import { TypeFieldsField } from './type-fields-field.tsx';

export function TicketTypeFields({ form, record }: DeskFieldsProps<TicketTypeValues, TicketTypeRecord>) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const { values } = form;
  const { data: sla } = useQuery(api.slas.get.queryOptions({ input: { id: values.slaId } }));
  const statuses = (kind: 'open' | 'closed') => toFieldChoices(lookups?.statuses.filter((each) => each.kind === kind));
  const teams = lookups?.teams.filter(({ id, inactive }) => !inactive || id === record?.defaultTeam?.id);
  const outcomes = lookups?.outcomes.filter(({ id, inactive }) => !inactive || values.outcomeIds.includes(id));
  const isPromised = sla?.targets.some(({ priority }) => priority.id === values.defaultPriorityId) ?? true;
  const moves = record !== undefined && record.tickets > 0 && values.workflowId !== (record.workflow?.id ?? null);
  return (
    <>
      <TextField form={form} name="name" required autoFocus />
      <ChoiceField form={form} name="kind" choices={toWordChoices(ticketTypeKindLabels)} required />
      <ChoiceField
        form={form}
        name="slaId"
        choices={toFieldChoices(lookups?.slas)}
        required
        description="Says how soon its tickets are answered and fixed."
      />
      <ChoiceField
        form={form}
        name="defaultPriorityId"
        choices={toFieldChoices(lookups?.priorities)}
        required
        description={isPromised ? 'What a ticket is logged with.' : 'The SLA promises nothing for this priority.'}
      />
      <ChoiceField
        form={form}
        name="workflowId"
        choices={toFieldChoices(lookups?.workflows)}
        none="No workflow"
        description={
          moves
            ? 'Its open tickets go on from the start of this workflow.'
            : 'The steps that its tickets go through, with the actions of each.'
        }
      />
      <ChoiceField form={form} name="defaultTeamId" choices={toFieldChoices(teams)} none="No team" />
      <ChoiceField form={form} name="initialStatusId" choices={statuses('open')} required />
      <ChoiceField form={form} name="closedStatusId" choices={statuses('closed')} required />
      <ChoiceField
        form={form}
        name="reopenStatusId"
        choices={statuses('open')}
        none="Users cannot reopen it"
        description="What a user’s reply does to a closed ticket."
      />
      <FlagField form={form} name="agentsCanLog" />
      <FlagField form={form} name="usersCanLog" description="For themselves, with the tool “Log a Ticket”." />
      <TypeFieldsField fields={values.fields} onChange={(fields) => form.draft.set({ fields })} />
      <FlagField
        form={form}
        name="allowsAllOutcomes"
        description="Otherwise only those chosen here can be used on its tickets, as far as their workflow offers them."
      />
      {!values.allowsAllOutcomes && (
        <ChoicesField form={form} name="outcomeIds" choices={toFieldChoices(outcomes)} none="No action at all" />
      )}
      <FlagField
        form={form}
        name="isDefault"
        description={
          record?.isDefault === true
            ? 'There is always one. Make another type the default, and this one no longer is.'
            : 'What is logged when nobody names a type. It takes the place of the type that is the default now.'
        }
      />
      <FlagField form={form} name="inactive" description={describeWithdrawal(record)} />
    </>
  );
}

function describeWithdrawal(type: TicketTypeRecord | undefined): string {
  const words = 'Nothing new is logged of it, neither here nor by a tool.';
  if (type === undefined || type.inactive || type.tickets === 0) return words;
  return `${words} ${type.tickets === 1 ? 'Its ticket stays' : `Its ${formatNumber(type.tickets)} tickets stay`} as they are.`;
}
