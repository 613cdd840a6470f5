import type { OutcomeRecord } from '../../../src-shared/api/outcomes.ts';
import { client } from '../../api/client.ts';
import type { DeskForm } from '../../components/desk/desk-form.ts';
import { checkLine } from '../../components/form/checks.ts';
import { audienceOf } from './describe-audience.ts';
import { OutcomeFields } from './outcome-fields.tsx';
import type { OutcomeValues } from './outcome-values.ts';

export const outcomeForm: DeskForm<OutcomeValues, OutcomeRecord> = {
  kind: 'outcome',
  labels: {
    name: 'Name',
    label: 'Button',
    audience: 'For',
    quick: 'Quick action',
    always: 'On every step',
    private: 'Private',
    note: 'Note',
    noteRequired: 'Asks for a note',
    fields: 'Fields',
    statusId: 'Status',
    priorityId: 'Priority',
    teamId: 'Team',
    assigns: 'Agent',
    agentId: 'Assigned agent',
    minutes: 'Time in minutes',
    typeIds: 'Allowed for',
    inactive: 'Inactive',
  },
  checks: { name: checkLine(200, 'An action needs a name.'), label: checkLine(200), note: checkLine(50_000) },
  valuesOf: ({ label, name, status, priority, team, agent, fields, typeIds, ...outcome }) => ({
    ...{ name, label: label === name ? '' : label, audience: audienceOf(outcome) },
    ...{ quick: outcome.quick, always: outcome.always, private: outcome.private, inactive: outcome.inactive },
    ...{ note: outcome.note, noteRequired: outcome.noteRequired, minutes: outcome.minutes, assigns: outcome.assigns },
    ...{ statusId: status?.id ?? null, priorityId: priority?.id ?? null, teamId: team?.id ?? null },
    ...{ agentId: agent?.id ?? null, typeIds, fields: fields.map(({ id, required }) => ({ id, required })) },
  }),
  Fields: OutcomeFields,
  update: ({ id, revision, changes }) => client.outcomes.update({ id, revision, changes: toCall(changes) }),
};

/** The changed values as the call takes them. */
function toCall<Given extends Partial<OutcomeValues>>({ audience, ...rest }: Given) {
  if (audience === undefined) return rest;
  return { ...rest, forAgents: audience !== 'users', forUsers: audience !== 'agents' };
}
