import { useQuery } from '@tanstack/react-query';
import type { ServiceRecord } from '../../../src-shared/api/services.ts';
import { api, client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import { checkLine } from '../../components/form/checks.ts';
import { ChoiceField, toFieldChoices } from '../../components/form/fields/choice-field.tsx';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { MoneyInput } from './money-input.tsx';
import type { Money } from './money.ts';

export interface ServiceValues {
  readonly name: string;
  readonly categoryId: number | undefined;
  readonly summary: string;
  readonly details: string;
  readonly cost: Money | null;
  readonly shownToUsers: boolean;
  readonly shownToAgents: boolean;
  readonly inactive: boolean;
}

export const serviceForm: DeskForm<ServiceValues, ServiceRecord> = {
  kind: 'service',
  labels: {
    name: 'Name',
    categoryId: 'Category',
    summary: 'Summary',
    details: 'Details',
    cost: 'Cost',
    shownToUsers: 'Shown to users',
    shownToAgents: 'Shown to agents',
    inactive: 'Inactive',
  },
  checks: { name: checkLine(200, 'A service needs a name.'), summary: checkLine(2000) },
  valuesOf: ({ name, category, summary, details, cost, shownToUsers, shownToAgents, inactive }) => ({
    name,
    categoryId: category.id,
    summary,
    details,
    cost: cost ?? null,
    shownToUsers,
    shownToAgents,
    inactive,
  }),
  Fields: ServiceFields,
  update: (input) => client.services.update(input),
};

function ServiceFields({ form }: DeskFieldsProps<ServiceValues, ServiceRecord>) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  return (
    <>
      <TextField form={form} name="name" required wide />
      <ChoiceField form={form} name="categoryId" choices={toFieldChoices(lookups?.serviceCategories)} />
      <MoneyInput label={form.labels.cost} value={form.values.cost} onChange={(cost) => form.draft.set({ cost })} />
      <TextField form={form} name="summary" long description="What a search shows." />
      <TextField form={form} name="details" long />
      <FlagField form={form} name="shownToUsers" />
      <FlagField form={form} name="shownToAgents" />
      <FlagField form={form} name="inactive" description="Searches do not find an inactive service." />
    </>
  );
}
