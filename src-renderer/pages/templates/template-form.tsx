import { useQuery } from '@tanstack/react-query';
import type { TemplateRecord } from '../../../src-shared/api/templates.ts';
import { api, client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import { checkChosen, checkLine, chosen } from '../../components/form/checks.ts';
import { ChoiceField, toFieldChoices } from '../../components/form/fields/choice-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';

export interface TemplateValues {
  readonly name: string;
  readonly typeId: number | undefined;
  readonly summary: string;
  readonly details: string;
  readonly priorityId: number | null;
  readonly teamId: number | null;
  readonly categoryId: number | null;
}

export const templateForm: DeskForm<TemplateValues, TemplateRecord> = {
  kind: 'template',
  labels: {
    name: 'Name',
    typeId: 'Ticket type',
    summary: 'Summary',
    details: 'Details',
    priorityId: 'Priority',
    teamId: 'Team',
    categoryId: 'Category',
  },
  checks: {
    name: checkLine(200, 'A template needs a name.'),
    typeId: checkChosen('Choose the type of its tickets.'),
    summary: checkLine(255, 'A ticket needs a summary.'),
  },
  valuesOf: ({ name, type, summary, details, priority, team, category }) => ({
    ...{ name, summary, details, typeId: type.id },
    priorityId: priority?.id ?? null,
    teamId: team?.id ?? null,
    categoryId: category?.id ?? null,
  }),
  Fields: TemplateFields,
  update: (input) => client.templates.update(input),
};

const empty: TemplateValues = {
  name: '',
  typeId: undefined,
  summary: '',
  details: '',
  priorityId: null,
  teamId: null,
  categoryId: null,
};

export function NewTemplate({ onClose }: NewRecordProps) {
  return (
    <NewRecordForm
      form={templateForm}
      empty={empty}
      create={(values) => client.templates.create({ ...values, typeId: chosen(values.typeId) })}
      onClose={onClose}
    />
  );
}

function TemplateFields({ form, record }: DeskFieldsProps<TemplateValues, TemplateRecord>) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const isOwn = (id: number): boolean => id === record?.type.id || id === record?.team?.id;
  const types = lookups?.types.filter(({ inactive, id }) => !inactive || isOwn(id));
  const teams = lookups?.teams.filter(({ inactive, id }) => !inactive || isOwn(id));
  return (
    <>
      <TextField form={form} name="name" required autoFocus />
      <ChoiceField form={form} name="typeId" choices={toFieldChoices(types)} required />
      <TextField form={form} name="summary" required wide />
      <TextField form={form} name="details" long />
      <ChoiceField
        form={form}
        name="priorityId"
        choices={toFieldChoices(lookups?.priorities)}
        none="As the type says"
      />
      <ChoiceField form={form} name="teamId" choices={toFieldChoices(teams)} none="As the type says" />
      <ChoiceField form={form} name="categoryId" choices={toFieldChoices(lookups?.categories)} none="No category" />
    </>
  );
}
