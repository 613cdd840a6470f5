import type { TicketTypeListRow } from '../../../src-shared/api/ticket-types.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import type { Column } from '../../components/table/column.ts';
import { idColumn, numberColumn, textColumn } from '../../components/table/usual-columns.tsx';
import { describeLoggers, ticketTypeKindLabels } from './ticket-type-labels.ts';

export const ticketTypeColumns: readonly Column<TicketTypeListRow>[] = [
  idColumn(),
  {
    ...textColumn('name', 'Name', 170, ({ name, isDefault }) => (isDefault ? `${name} (default)` : name)),
    ...{ grows: 'twice', always: true, sortable: true },
  },
  textColumn('kind', 'Kind', 88, ({ kind }) => ticketTypeKindLabels[kind]),
  { ...textColumn('sla', 'SLA', 124, ({ sla }) => sla.name), sortable: true },
  textColumn('workflow', 'Workflow', 124, ({ workflow }) => workflow?.name ?? ''),
  textColumn('team', 'Default team', 124, ({ defaultTeam }) => defaultTeam?.name ?? ''),
  textColumn('loggers', 'Logged by', 116, (type) => describeLoggers(type).replace(' and ', ', ')),
  numberColumn('tickets', 'Tickets', 80, ({ tickets }) => tickets),
  { id: 'state', title: 'State', width: 84, cell: ({ inactive }) => <ActiveBadge inactive={inactive} /> },
];
