import { useQuery } from '@tanstack/react-query';
import type { AssetRecord } from '../../../src-shared/api/assets.ts';
import { api, client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { fromDayInput, toDayInput } from '../../components/describe-day.ts';
import { checkChosen, checkLine, chosen } from '../../components/form/checks.ts';
import { ChoiceField, toFieldChoices } from '../../components/form/fields/choice-field.tsx';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import { PickerField } from '../../components/form/fields/picker-field.tsx';
import { SuggestedField } from '../../components/form/fields/suggested-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { AssetFieldsInput, checkAssetFields, type AssetField } from './asset-fields-input.tsx';

export interface AssetValues {
  readonly tag: string;
  readonly typeId: number | undefined;
  readonly siteId: number | undefined;
  readonly userId: number | null;
  readonly status: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly serialNumber: string;
  /** As a date input has it. */
  readonly warranty: string;
  readonly notes: string;
  readonly fields: AssetField[];
  readonly inactive: boolean;
}

export const assetForm: DeskForm<AssetValues, AssetRecord> = {
  kind: 'asset',
  labels: {
    tag: 'Tag',
    typeId: 'Type',
    siteId: 'Site',
    userId: 'User',
    status: 'Status',
    manufacturer: 'Manufacturer',
    model: 'Model',
    serialNumber: 'Serial number',
    warranty: 'Warranty until',
    notes: 'Notes',
    fields: 'Fields',
    inactive: 'Inactive',
  },
  checks: {
    tag: checkLine(100, 'An asset needs a tag.'),
    typeId: checkChosen('Choose the type.'),
    siteId: checkChosen('Choose the site.'),
    status: checkLine(100, 'An asset needs a status.'),
    manufacturer: checkLine(200),
    model: checkLine(200),
    serialNumber: checkLine(200),
    fields: checkAssetFields,
  },
  valuesOf: ({
    tag,
    type,
    site,
    user,
    status,
    manufacturer,
    model,
    serialNumber,
    notes,
    fields,
    inactive,
    ...rest
  }) => ({
    tag,
    typeId: type.id,
    siteId: site.id,
    userId: user?.id ?? null,
    status,
    manufacturer,
    model,
    serialNumber,
    warranty: toDayInput(rest.warrantyEndsAt),
    notes,
    fields,
    inactive,
  }),
  Fields: AssetFields,
  update: ({ changes: { warranty, ...changes }, ...input }) =>
    client.assets.update({
      ...input,
      changes: { ...changes, ...(warranty !== undefined && { warrantyEndsAt: fromDayInput(warranty) }) },
    }),
};

const empty: AssetValues = {
  tag: '',
  typeId: undefined,
  siteId: undefined,
  userId: null,
  status: '',
  manufacturer: '',
  model: '',
  serialNumber: '',
  warranty: '',
  notes: '',
  fields: [],
  inactive: false,
};

export function NewAsset({ onClose }: NewRecordProps) {
  return (
    <NewRecordForm
      form={assetForm}
      empty={empty}
      create={({ warranty, typeId, siteId, ...values }) =>
        client.assets.create({
          ...values,
          typeId: chosen(typeId),
          siteId: chosen(siteId),
          warrantyEndsAt: fromDayInput(warranty),
        })
      }
      onClose={onClose}
    />
  );
}

function AssetFields({ form, record }: DeskFieldsProps<AssetValues, AssetRecord>) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  return (
    <>
      <TextField form={form} name="tag" required autoFocus />
      <ChoiceField form={form} name="typeId" choices={toFieldChoices(lookups?.assetTypes)} required />
      <PickerField form={form} name="siteId" kind="site" required saved={record?.site} />
      <PickerField form={form} name="userId" kind="user" clearable saved={record?.user} />
      <SuggestedField form={form} name="status" suggestions={lookups?.assetStatuses ?? []} required />
      <TextField form={form} name="warranty" type="date" />
      <TextField form={form} name="manufacturer" />
      <TextField form={form} name="model" />
      <TextField form={form} name="serialNumber" />
      <TextField form={form} name="notes" long />
      <AssetFieldsInput
        fields={form.values.fields}
        problem={form.problems.fields}
        onChange={(fields) => form.draft.set({ fields })}
      />
      <FlagField form={form} name="inactive" description="Kept for its history, and offered for nothing new." />
    </>
  );
}
