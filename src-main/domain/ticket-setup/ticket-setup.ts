import type { Connection } from '../../db/repositories/connection.ts';
import { createTicketSetupRepository } from '../../db/repositories/ticket-setup-repository.ts';
import type { RecordEditing } from '../records/edit-records.ts';
import { createCalendarEditing } from './edit-calendars.ts';
import { createCustomFieldEditing } from './edit-custom-fields.ts';
import { createSlaEditing } from './edit-slas.ts';
import { createStatusEditing } from './edit-statuses.ts';
import { createTicketTypeEditing } from './edit-ticket-types.ts';
import { createOrderSetup } from './order-setup.ts';
import { createRemoveSetup } from './remove-setup.ts';

/** What tickets are set up with: types, statuses, priorities, SLAs, calendars, templates, fields and categories. */
export function createTicketSetup(connection: Connection, records: RecordEditing) {
  const setup = createTicketSetupRepository(connection);
  return {
    types: createTicketTypeEditing(records, setup),
    statuses: createStatusEditing(records, setup),
    priorities: {
      create: (name: string): number => records.create('priority', { name, sequence: setup.nextSequence('priority') }),
    },
    slas: createSlaEditing(records, setup),
    calendars: createCalendarEditing(records, setup),
    fields: createCustomFieldEditing(records, setup),
    order: createOrderSetup(setup),
    remove: createRemoveSetup(records, setup),
    listFieldsOfType: setup.listFieldsOfType,
    listOutcomesOfType: setup.listOutcomesOfType,
    listTargets: setup.listTargets,
    listTypesOfField: setup.listTypesOfField,
    listOutcomesOfField: setup.listOutcomesOfField,
    isFilledIn: setup.isFilledIn,
  };
}
