import type { TicketTypeListRow, TicketTypeRecord } from '../../../src-shared/api/ticket-types.ts';
import { ticketTypeKinds } from '../../../src-shared/domain/ticket-setup.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import type { TicketTypeChanges } from '../../domain/ticket-setup/edit-ticket-types.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import {
  optional,
  readFlag,
  readNumber,
  readOptionalReference,
  readReference,
  readText,
  readWord,
} from '../row-values.ts';

const page = 'Ticket types';

export const ticketTypeRoutes = {
  list: os.ticketTypes.list.handler(({ context, input }) => listRecords(context, 'ticketTypes', input, viewRow)),
  get: os.ticketTypes.get.handler(({ context, input }) => view(context, input.id)),
  update: os.ticketTypes.update.handler(({ context, input: { id, revision, changes } }) => {
    editDesk(context, page, () => context.core.desk.setup.types.update(id, revision, splitChanges(changes)));
    return view(context, id);
  }),
  create: os.ticketTypes.create.handler(({ context, input }) => {
    const { types } = context.core.desk.setup;
    return view(
      context,
      editDesk(context, page, () => types.create(splitChanges(input))),
    );
  }),
};

interface Given extends Omit<TicketTypeChanges, 'columns'> {
  readonly kind?: string | undefined;
}

function splitChanges<Changes extends Given>({ fields, outcomeIds, kind, ...columns }: Changes) {
  return { fields, outcomeIds, columns: { ...columns, itilKind: kind } };
}

function view({ core: { desk } }: RouteContext, id: number): TicketTypeRecord {
  const { records, setup } = desk;
  const row = records.get('ticket_type', id);
  const referTo = (kind: 'priority' | 'status', column: string) => {
    const pointed = records.get(kind, readNumber(row, column));
    return { id: readNumber(pointed, 'id'), name: readText(pointed, 'name') };
  };
  return {
    ...viewRow(records.getListed('ticketTypes', 'ticket_type', id)),
    defaultPriority: referTo('priority', 'default_priority_id'),
    initialStatus: referTo('status', 'initial_status_id'),
    closedStatus: referTo('status', 'closed_status_id'),
    ...optional('reopenStatus', row['reopen_status_id'] === null ? undefined : referTo('status', 'reopen_status_id')),
    fields: setup.listFieldsOfType(id).map(({ choices, required, ...field }) => ({
      ...{ ...field, choices: JSON.parse(choices) as string[], required: required === 1 },
    })),
    allowsAllOutcomes: readFlag(row, 'allows_all_outcomes'),
    outcomes: setup.listOutcomesOfType(id),
    revision: records.revision(),
  };
}

function viewRow(row: Row): TicketTypeListRow {
  return {
    id: readNumber(row, 'id'),
    name: readText(row, 'name'),
    kind: readWord(row, 'kind', ticketTypeKinds),
    ...readOptionalReference(row, 'workflow'),
    sla: readReference(row, 'sla'),
    ...readOptionalReference(row, 'defaultTeam'),
    agentsCanLog: readFlag(row, 'agentsCanLog'),
    usersCanLog: readFlag(row, 'usersCanLog'),
    isDefault: readFlag(row, 'isDefault'),
    inactive: readFlag(row, 'inactive'),
    tickets: readNumber(row, 'tickets'),
  };
}
