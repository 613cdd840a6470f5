import { teamSorts } from '../../../src-shared/api/agents.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { filterByInactive } from '../../components/desk/list-filter.ts';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { AgentViews, pageTitle } from './agent-views.tsx';
import { teamColumns } from './team-columns.tsx';
import { NewTeam } from './team-form.tsx';
import { teamKind } from './team-kind.ts';

const teams = describeDeskList({
  sorts: teamSorts,
  sortAtFirst: { column: 'name', descending: false },
  filters: { inactive: filterByInactive },
});

export function TeamsPage() {
  const { list, input } = useDeskList(teams);
  const rows = useListRows((block) => api.teams.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={teamKind}
      title={pageTitle}
      about="Groups of agents. A ticket belongs to a team, and a role may show an agent the tickets of their teams only."
      views={<AgentViews />}
      filters={<DeskFilterBar list={list} of={teamKind} />}
      columns={teamColumns}
      rows={rows}
      sort={list.sort}
      NewRecord={NewTeam}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={teamKind} action={newButton}>
          A team is a group of agents who share tickets.
        </DeskListEmpty>
      )}
    />
  );
}
