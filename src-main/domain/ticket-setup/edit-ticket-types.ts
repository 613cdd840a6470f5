import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TicketSetupRepository } from '../../db/repositories/ticket-setup-repository.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import type { Changes, RecordEditing } from '../records/edit-records.ts';

const fieldsOfType = { table: 'desk_ticket_type_field', parent: 'type_id', key: 'field_id' } as const;
const outcomesOfType = {
  table: 'desk_ticket_type_outcome',
  parent: 'type_id',
  other: 'outcome_id',
  otherTable: 'desk_outcome',
  noun: 'action',
} as const;

export interface TicketTypeChanges {
  readonly columns: Changes;
  /** All of them, in their order. */
  readonly fields?: readonly { readonly id: number; readonly required: boolean }[] | undefined;
  readonly outcomeIds?: readonly number[] | undefined;
}

/** Ticket types. There is always one default type, which agents may log. */
export function createTicketTypeEditing(records: RecordEditing, setup: TicketSetupRepository) {
  const refuse = (field: string, message: string): never => {
    throw new AppError('invalid_arguments', message, { details: { field } });
  };

  const writeFields = (id: number, fields: NonNullable<TicketTypeChanges['fields']>): void => {
    for (const field of fields) records.get('field', field.id);
    if (new Set(fields.map((field) => field.id)).size < fields.length) {
      refuse('fields', 'A type has a field once. One of them is there twice.');
    }
    const rows = fields.map((field, index) => ({
      ...{ field_id: field.id, required: Number(field.required), sequence: index + 1 },
    }));
    setup.replaceRows(fieldsOfType, id, rows);
  };

  const checkStatus = (row: Row, column: string, kind: 'open' | 'closed', what: string): void => {
    const id = row[column];
    if (typeof id !== 'number') return;
    const status = records.get('status', id);
    if (status['kind'] !== kind) refuse(column, `${what}, and ${status['name']} is not ${kind}.`);
  };

  const checkAfter = (id: number, changed: ReadonlySet<string>): void => {
    const type = records.get('ticket_type', id);
    checkStatus(type, 'initial_status_id', 'open', 'A new ticket is open');
    checkStatus(type, 'closed_status_id', 'closed', 'A ticket is closed with a closed status');
    checkStatus(type, 'reopen_status_id', 'open', 'A reopened ticket is open');
    const workflow = type['workflow_id'];
    if (
      changed.has('workflow_id') &&
      typeof workflow === 'number' &&
      records.get('workflow', workflow)['removed'] === 1
    ) {
      refuse('workflowId', 'This workflow was deleted. Choose another.');
    }
    const team = type['default_team_id'];
    if (changed.has('default_team_id') && typeof team === 'number' && records.get('team', team)['inactive'] === 1) {
      refuse('defaultTeamId', 'Tickets cannot start with a team that is inactive.');
    }
    if (type['is_default'] === 0) {
      if (!changed.has('is_default')) return;
      refuse(
        'isDefault',
        'There is always one default type. Make another type the default, and this one no longer is.',
      );
    }
    if (type['inactive'] === 1) {
      refuse('inactive', 'The default type cannot be inactive. Make another type the default first.');
    }
    if (type['agents_can_log'] === 0) {
      refuse('agentsCanLog', 'The default type is one that agents may log. Make another type the default first.');
    }
    setup.withdrawDefault(id);
  };

  return {
    create({ columns, fields = [], outcomeIds = [] }: TicketTypeChanges): number {
      const isDefault = columns['isDefault'] ?? false;
      const given = { ...columns, isDefault, sequence: setup.nextSequence('ticket_type') };
      const id = records.create('ticket_type', given);
      writeFields(id, fields);
      records.replaceLinks(outcomesOfType, id, outcomeIds);
      checkAfter(id, new Set(['default_team_id', 'workflow_id']));
      return id;
    },

    update(id: number, revision: number, { columns, fields, outcomeIds }: TicketTypeChanges): void {
      const changed = records.update('ticket_type', id, revision, columns);
      if (fields !== undefined) {
        records.checkChildrenUnchanged({ ...fieldsOfType, label: 'The fields of this type' }, id, revision);
        writeFields(id, fields);
      }
      if (outcomeIds !== undefined) {
        records.checkChildrenUnchanged({ ...outcomesOfType, label: 'The actions of this type' }, id, revision);
        records.replaceLinks(outcomesOfType, id, outcomeIds);
      }
      checkAfter(id, changed);
    },
  };
}
