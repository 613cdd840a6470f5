import type { TeamRecord } from '../../../src-shared/api/agents.ts';
import { client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { checkLine } from '../../components/form/checks.ts';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';

export interface TeamValues {
  readonly name: string;
  readonly inactive: boolean;
}

export const teamForm: DeskForm<TeamValues, TeamRecord> = {
  kind: 'team',
  labels: { name: 'Name', inactive: 'Inactive' },
  checks: { name: checkLine(200, 'A team needs a name.') },
  valuesOf: ({ name, inactive }) => ({ name, inactive }),
  Fields: TeamFields,
  update: (input) => client.teams.update(input),
};

const empty: TeamValues = { name: '', inactive: false };

export function NewTeam({ onClose }: NewRecordProps) {
  return (
    <NewRecordForm form={teamForm} empty={empty} create={(values) => client.teams.create(values)} onClose={onClose} />
  );
}

function TeamFields({ form }: DeskFieldsProps<TeamValues, TeamRecord>) {
  return (
    <>
      <TextField form={form} name="name" required wide autoFocus />
      <FlagField form={form} name="inactive" description="Kept for its history, and offered for nothing new." />
    </>
  );
}
