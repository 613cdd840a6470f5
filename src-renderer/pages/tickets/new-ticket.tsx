import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, client } from '../../api/client.ts';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { checkChosen, checkLine, chosen } from '../../components/form/checks.ts';
import { DialogForm } from '../../components/form/dialog-form.tsx';
import { ChoiceField, toFieldChoices } from '../../components/form/fields/choice-field.tsx';
import { PickerField } from '../../components/form/fields/picker-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { useRecordForm, type FormWords } from '../../components/form/use-record-form.ts';
import { recordPath } from '../../components/record/record-path.ts';
import { toChoices } from '../../components/to-choices.ts';
import { isMissing, TicketFields, type TicketFieldValue } from './ticket-fields.tsx';

interface TicketToLog {
  readonly summary: string;
  readonly details: string;
  readonly userId: number | undefined;
  readonly typeId: number | undefined;
  readonly priorityId: number | null;
  /** Of whatever types were looked at; the chosen one's are sent. */
  readonly fields: TicketFieldValue[];
}

const words: FormWords<TicketToLog> = {
  labels: {
    summary: 'Summary',
    details: 'Details',
    userId: 'User',
    typeId: 'Type',
    priorityId: 'Priority',
    fields: 'Fields',
  },
  checks: {
    summary: checkLine(255, 'A ticket needs a summary.'),
    userId: checkChosen('Choose the user whom it is for.'),
  },
};

const empty: TicketToLog = {
  summary: '',
  details: '',
  userId: undefined,
  typeId: undefined,
  priorityId: null,
  fields: [],
};

export function NewTicket({ onClose }: NewRecordProps) {
  const navigate = useNavigate();
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const form = useRecordForm(words, 'ticket/new', empty);
  const types = lookups?.types.filter(({ inactive, agentsCanLog }) => !inactive && agentsCanLog) ?? [];
  const typeId = form.values.typeId ?? (types.find(({ isDefault }) => isDefault) ?? types[0])?.id;
  const { data: type } = useQuery(
    api.ticketTypes.get.queryOptions({ input: { id: typeId ?? 0 }, enabled: typeId !== undefined }),
  );
  const fields = (type?.id === typeId ? type?.fields : undefined)?.map(({ name, ...field }) => ({
    ...field,
    ...{ label: name, value: '' },
  }));
  const valueOf = (id: number): string => form.values.fields.find((field) => field.id === id)?.value ?? '';
  const values = (fields ?? []).map(({ id }) => ({ id, value: valueOf(id) }));
  const isComplete = fields?.every((field) => !isMissing(field, values)) === true;
  return (
    <DialogForm
      form={{ ...form, valid: form.valid && isComplete }}
      verb="Log ticket"
      send={({ userId, priorityId, fields: _, ...words }) =>
        client.tickets.create({
          ...words,
          userId: chosen(userId),
          typeId: chosen(typeId),
          fields: values.filter(({ value }) => value.trim() !== ''),
          ...(priorityId !== null && { priorityId }),
        })
      }
      onDone={({ id }) => void navigate(recordPath('ticket', id))}
      onClose={onClose}
    >
      <TextField form={form} name="summary" required wide autoFocus />
      <PickerField form={form} name="userId" kind="user" required wide />
      <Select
        label={form.labels.typeId}
        allowDeselect={false}
        data={toChoices(types)}
        value={typeId === undefined ? null : String(typeId)}
        onChange={(value) => form.draft.set({ typeId: value === null ? undefined : Number(value) })}
      />
      <ChoiceField
        form={form}
        name="priorityId"
        choices={toFieldChoices(lookups?.priorities)}
        none="As the type says"
      />
      <TextField form={form} name="details" long />
      <TicketFields
        key={typeId}
        fields={fields ?? []}
        values={values}
        onChange={(filled) => {
          const others = form.values.fields.filter(({ id }) => !filled.some((field) => field.id === id));
          form.draft.set({ fields: [...others, ...filled.filter(({ value }) => value !== '')] });
        }}
      />
    </DialogForm>
  );
}
