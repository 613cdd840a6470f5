import { agentSorts } from '../../../src-shared/api/agents.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { filterByFlag, filterById } from '../../components/desk/list-filter.ts';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { agentColumns } from './agent-columns.tsx';
import { NewAgent } from './agent-form.tsx';
import { agentKind } from './agent-kind.ts';
import { AgentViews, pageTitle } from './agent-views.tsx';

const agents = describeDeskList({
  sorts: agentSorts,
  sortAtFirst: { column: 'name', descending: false },
  filters: {
    teamId: filterById('Team', ({ teams }) => teams),
    roleId: filterById('Role', ({ roles }) => roles),
    disabled: filterByFlag('State', { no: 'Active', yes: 'Disabled' }),
  },
});

export function AgentsPage() {
  const { list, input } = useDeskList(agents);
  const rows = useListRows((block) => api.agents.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={agentKind}
      title={pageTitle}
      about="The people who work on tickets. An application can act as one of them, with no more than their role allows."
      views={<AgentViews />}
      filters={<DeskFilterBar list={list} of={agentKind} />}
      columns={agentColumns}
      rows={rows}
      sort={list.sort}
      NewRecord={NewAgent}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={agentKind} action={newButton}>
          An agent works on tickets, alone or in teams.
        </DeskListEmpty>
      )}
    />
  );
}
