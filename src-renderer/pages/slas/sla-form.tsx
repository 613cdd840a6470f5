import { useQuery } from '@tanstack/react-query';
import type { SlaRecord } from '../../../src-shared/api/slas.ts';
import { api, client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import { checkChosen, checkLine, chosen } from '../../components/form/checks.ts';
import { ChoiceField, toFieldChoices } from '../../components/form/fields/choice-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { checkTargets, readTargets, type TypedTargets, typedTargetsOf } from './sla-targets.ts';
import { SlaTargetsField } from './sla-targets-field.tsx';

export interface SlaValues {
  readonly name: string;
  readonly calendarId: number | undefined;
  readonly targets: TypedTargets;
}

export const slaForm: DeskForm<SlaValues, SlaRecord> = {
  kind: 'sla',
  labels: { name: 'Name', calendarId: 'Working calendar', targets: 'Targets' },
  checks: {
    name: checkLine(100, 'An SLA needs a name.'),
    calendarId: checkChosen('Choose the hours that count.'),
    targets: checkTargets,
  },
  valuesOf: (sla) => ({ name: sla.name, calendarId: sla.calendar.id, targets: typedTargetsOf(sla) }),
  Fields: SlaFields,
  update: ({ changes: { targets, ...changes }, ...input }) =>
    client.slas.update({
      ...input,
      changes: { ...changes, ...(targets !== undefined && { targets: readTargets(targets) }) },
    }),
};

const empty: SlaValues = { name: '', calendarId: undefined, targets: {} };

export function NewSla({ onClose }: NewRecordProps) {
  return (
    <NewRecordForm
      form={slaForm}
      empty={empty}
      create={({ name, calendarId, targets }) =>
        client.slas.create({ name, calendarId: chosen(calendarId), targets: readTargets(targets) })
      }
      onClose={onClose}
    />
  );
}

function SlaFields({ form }: DeskFieldsProps<SlaValues, SlaRecord>) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const { calendarId, targets } = form.values;
  return (
    <>
      <TextField form={form} name="name" required autoFocus />
      <ChoiceField
        form={form}
        name="calendarId"
        choices={toFieldChoices(lookups?.calendars)}
        required
        description="Only its hours count."
      />
      <SlaTargetsField
        calendarId={calendarId}
        targets={targets}
        onChange={(changed) => form.draft.set({ targets: changed })}
      />
    </>
  );
}
