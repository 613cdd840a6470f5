import type { TicketTypeRecord } from '../../../src-shared/api/ticket-types.ts';
import { client } from '../../api/client.ts';
import type { DeskForm } from '../../components/desk/desk-form.ts';
import { checkChosen, checkLine } from '../../components/form/checks.ts';
import { TicketTypeFields } from './ticket-type-fields.tsx';
import { type TicketTypeValues, ticketTypeValuesOf } from './ticket-type-values.ts';

export const ticketTypeForm: DeskForm<TicketTypeValues, TicketTypeRecord> = {
  kind: 'ticket_type',
  labels: {
    name: 'Name',
    kind: 'Kind',
    workflowId: 'Workflow',
    slaId: 'SLA',
    defaultPriorityId: 'Default priority',
    defaultTeamId: 'Default team',
    initialStatusId: 'Status of a new ticket',
    closedStatusId: 'Status when closed',
    reopenStatusId: 'Status when a user reopens it',
    agentsCanLog: 'Agents can log it',
    usersCanLog: 'Users can log it',
    isDefault: 'Default type',
    inactive: 'Inactive',
    fields: 'Fields',
    allowsAllOutcomes: 'Allow every action',
    outcomeIds: 'Allowed actions',
  },
  checks: {
    name: checkLine(200, 'A ticket type needs a name.'),
    slaId: checkChosen('Choose the SLA.'),
    defaultPriorityId: checkChosen('Choose the priority.'),
    initialStatusId: checkChosen('Choose the status.'),
    closedStatusId: checkChosen('Choose the status.'),
  },
  valuesOf: ticketTypeValuesOf,
  Fields: TicketTypeFields,
  update: (input) => client.ticketTypes.update(input),
};
