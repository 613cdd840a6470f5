import type { AgentListRow } from '../../../src-shared/api/agents.ts';
import type { Column } from '../../components/table/column.ts';
import { idColumn, numberColumn, textColumn } from '../../components/table/usual-columns.tsx';
import { AgentState } from './agent-state.tsx';

export const agentColumns: readonly Column<AgentListRow>[] = [
  idColumn(),
  { ...textColumn('name', 'Name', 148, ({ name }) => name), always: true, sortable: true },
  { ...textColumn('role', 'Role', 112, ({ role }) => role.name), sortable: true },
  textColumn('teams', 'Teams', 180, ({ teams }) => teams.map(({ name }) => name).join(', ')),
  numberColumn('openTickets', 'Open tickets', 104, ({ openTickets }) => openTickets),
  { id: 'state', title: 'State', width: 100, cell: (agent) => <AgentState agent={agent} /> },
  { ...textColumn('email', 'Email', 248, ({ email }) => email), sortable: true },
  { ...textColumn('jobTitle', 'Job title', 156, ({ jobTitle }) => jobTitle), hiddenAtFirst: true },
];
