import { useQuery } from '@tanstack/react-query';
import type { AgentRecord } from '../../../src-shared/api/agents.ts';
import { api, client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { checkChosen, checkEmail, checkLine, chosen } from '../../components/form/checks.ts';
import { ChoiceField, ChoicesField, toFieldChoices } from '../../components/form/fields/choice-field.tsx';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';

export interface AgentValues {
  readonly name: string;
  readonly email: string;
  readonly roleId: number | undefined;
  readonly initials: string;
  readonly jobTitle: string;
  readonly teamIds: number[];
  readonly defaultTeamId: number | null;
  readonly apiOnly: boolean;
  readonly disabled: boolean;
}

export const agentForm: DeskForm<AgentValues, AgentRecord> = {
  kind: 'agent',
  labels: {
    name: 'Name',
    email: 'Email',
    roleId: 'Role',
    initials: 'Initials',
    jobTitle: 'Job title',
    teamIds: 'Teams',
    defaultTeamId: 'Default team',
    apiOnly: 'API only',
    disabled: 'Disabled',
  },
  checks: {
    name: checkLine(200, 'An agent needs a name.'),
    email: checkEmail,
    roleId: checkChosen('Choose the role.'),
    initials: checkLine(10),
    jobTitle: checkLine(200),
  },
  valuesOf: ({ name, email, role, initials, jobTitle, teams, defaultTeam, apiOnly, disabled }) => ({
    name,
    email,
    roleId: role.id,
    initials,
    jobTitle,
    teamIds: teams.map(({ id }) => id),
    defaultTeamId: defaultTeam?.id ?? null,
    apiOnly,
    disabled,
  }),
  Fields: AgentFields,
  update: (input) => client.agents.update(input),
};

const empty: AgentValues = {
  name: '',
  email: '',
  roleId: undefined,
  initials: '',
  jobTitle: '',
  teamIds: [],
  defaultTeamId: null,
  apiOnly: false,
  disabled: false,
};

export function NewAgent({ onClose }: NewRecordProps) {
  return (
    <NewRecordForm
      form={agentForm}
      empty={empty}
      create={(values) => client.agents.create({ ...values, roleId: chosen(values.roleId) })}
      onClose={onClose}
    />
  );
}

function AgentFields({ form, record }: DeskFieldsProps<AgentValues, AgentRecord>) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const { teamIds } = form.values;
  const own = lookups?.teams.filter(({ id }) => teamIds.includes(id));
  return (
    <>
      <TextField form={form} name="name" required autoFocus />
      <TextField form={form} name="email" type="email" required />
      <ChoiceField
        form={form}
        name="roleId"
        choices={toFieldChoices(lookups?.roles)}
        required
        description="Says what the agent may see and change."
      />
      <TextField form={form} name="jobTitle" />
      <ChoicesField form={form} name="teamIds" choices={toFieldChoices(lookups?.teams)} none="In no team" />
      <ChoiceField
        form={form}
        name="defaultTeamId"
        choices={toFieldChoices(own)}
        none="No default team"
        description="One of the agent's teams."
      />
      <TextField form={form} name="initials" />
      <FlagField form={form} name="apiOnly" description="For programs: no ticket can be assigned to this agent." />
      <FlagField form={form} name="disabled" description={describeDisabling(record)} />
    </>
  );
}

function describeDisabling(agent: AgentRecord | undefined): string {
  const words = 'Cannot sign in, and applications that act as this agent are refused.';
  if (agent === undefined || agent.disabled || agent.openTickets === 0) return words;
  const { openTickets } = agent;
  return `${words} ${openTickets === 1 ? '1 open ticket stays' : `${openTickets} open tickets stay`} assigned to them.`;
}
