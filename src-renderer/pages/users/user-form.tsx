import { useQuery } from '@tanstack/react-query';
import type { UserRecord } from '../../../src-shared/api/users.ts';
import { api, client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { checkChosen, checkEmail, checkLine, chosen } from '../../components/form/checks.ts';
import { ChoiceField, toFieldChoices, toWordChoices } from '../../components/form/fields/choice-field.tsx';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import { PickerField } from '../../components/form/fields/picker-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { seesLabels } from './sees-labels.ts';

export interface UserValues {
  readonly name: string;
  readonly email: string;
  readonly siteId: number | undefined;
  readonly phone: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly sees: 'own' | 'site' | 'client';
  readonly linkedAgentId: number | null;
  readonly important: boolean;
  readonly inactive: boolean;
}

export const userForm: DeskForm<UserValues, UserRecord> = {
  kind: 'user',
  labels: {
    name: 'Name',
    email: 'Email',
    siteId: 'Site',
    phone: 'Phone',
    jobTitle: 'Job title',
    department: 'Department',
    sees: 'May see',
    linkedAgentId: 'Linked agent',
    important: 'Important',
    inactive: 'Inactive',
  },
  checks: {
    name: checkLine(200, 'A user needs a name.'),
    email: checkEmail,
    siteId: checkChosen('Choose the site.'),
    phone: checkLine(100),
    jobTitle: checkLine(200),
    department: checkLine(200),
  },
  valuesOf: ({ name, email, site, phone, jobTitle, department, sees, linkedAgent, important, inactive }) => ({
    name,
    email,
    siteId: site.id,
    phone,
    jobTitle,
    department,
    sees,
    linkedAgentId: linkedAgent?.id ?? null,
    important,
    inactive,
  }),
  Fields: UserFields,
  update: (input) => client.users.update(input),
};

const empty: UserValues = {
  name: '',
  email: '',
  siteId: undefined,
  phone: '',
  jobTitle: '',
  department: '',
  sees: 'own',
  linkedAgentId: null,
  important: false,
  inactive: false,
};

export function NewUser({ onClose }: NewRecordProps) {
  return (
    <NewRecordForm
      form={userForm}
      empty={empty}
      create={(values) => client.users.create({ ...values, siteId: chosen(values.siteId) })}
      onClose={onClose}
    />
  );
}

function UserFields({ form, record }: DeskFieldsProps<UserValues, UserRecord>) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  return (
    <>
      <TextField form={form} name="name" required autoFocus />
      <TextField form={form} name="email" type="email" required />
      <PickerField form={form} name="siteId" kind="site" required saved={record?.site} />
      <TextField form={form} name="phone" type="tel" />
      <TextField form={form} name="jobTitle" />
      <TextField form={form} name="department" />
      <ChoiceField form={form} name="sees" choices={toWordChoices(seesLabels)} />
      <ChoiceField
        form={form}
        name="linkedAgentId"
        none="No agent"
        choices={toFieldChoices(lookups?.agents)}
        description="The agent who is the same person. On a collection for users they act as this user."
      />
      <FlagField form={form} name="important" />
      <FlagField
        form={form}
        name="inactive"
        description="Nothing can act as an inactive user, and pickers leave them out."
      />
    </>
  );
}
