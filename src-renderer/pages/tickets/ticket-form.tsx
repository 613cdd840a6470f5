import { useQuery } from '@tanstack/react-query';
import type { TicketRecord } from '../../../src-shared/api/tickets.ts';
import { api, client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import { checkLine } from '../../components/form/checks.ts';
import { ChoiceField, toFieldChoices } from '../../components/form/fields/choice-field.tsx';
import { PickerField } from '../../components/form/fields/picker-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { TicketFields, type TicketFieldValue } from './ticket-fields.tsx';

export interface TicketValues {
  readonly summary: string;
  readonly details: string;
  readonly typeId: number;
  readonly priorityId: number;
  readonly categoryId: number | null;
  readonly userId: number;
  readonly teamId: number | null;
  readonly agentId: number | null;
  readonly fields: TicketFieldValue[];
}

export const ticketForm: DeskForm<TicketValues, TicketRecord> = {
  kind: 'ticket',
  labels: {
    summary: 'Summary',
    details: 'Details',
    typeId: 'Type',
    priorityId: 'Priority',
    categoryId: 'Category',
    userId: 'User',
    teamId: 'Team',
    agentId: 'Agent',
    fields: 'Fields',
  },
  checks: { summary: checkLine(255, 'A ticket needs a summary.') },
  valuesOf: ({ summary, details, type, priority, category, user, team, agent, fields }) => ({
    summary,
    details,
    typeId: type.id,
    priorityId: priority.id,
    categoryId: category?.id ?? null,
    userId: user.id,
    teamId: team?.id ?? null,
    agentId: agent?.id ?? null,
    fields: fields.map(({ id, value }) => ({ id, value })),
  }),
  Fields: TicketFormFields,
  update: (input) => client.tickets.update(input),
};

function TicketFormFields({ form, record }: DeskFieldsProps<TicketValues, TicketRecord>) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const { values, draft } = form;
  const agents = lookups?.agents.filter(({ id, disabled }) => !disabled || id === values.agentId);
  return (
    <>
      <TextField form={form} name="summary" wide />
      <ChoiceField form={form} name="typeId" choices={toFieldChoices(lookups?.types)} />
      <ChoiceField form={form} name="priorityId" choices={toFieldChoices(lookups?.priorities)} />
      <ChoiceField form={form} name="teamId" choices={toFieldChoices(lookups?.teams)} none="No team" />
      <ChoiceField form={form} name="agentId" choices={toFieldChoices(agents)} none="Nobody" />
      <ChoiceField form={form} name="categoryId" choices={toFieldChoices(lookups?.categories)} none="No category" />
      <PickerField form={form} name="userId" kind="user" saved={record?.user} />
      <TextField form={form} name="details" long />
      <TicketFields fields={record?.fields ?? []} values={values.fields} onChange={(fields) => draft.set({ fields })} />
    </>
  );
}
