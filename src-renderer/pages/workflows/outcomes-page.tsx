import { useQuery } from '@tanstack/react-query';
import { outcomeSorts } from '../../../src-shared/api/outcomes.ts';
import { api } from '../../api/client.ts';
import { ChoiceFilter } from '../../components/choice-filter.tsx';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { filterByFlag, filterByInactive, filterByWord } from '../../components/desk/list-filter.ts';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { readNumber } from '../../components/read-number.ts';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { toChoices } from '../../components/to-choices.ts';
import { useUrlState } from '../../components/use-url-state.ts';
import { NewOutcome } from './new-outcome.tsx';
import { outcomeColumns } from './outcome-columns.tsx';
import { outcomeKind } from './outcome-kind.ts';

const outcomes = describeDeskList({
  sorts: outcomeSorts,
  sortAtFirst: { column: 'name', descending: false },
  filters: {
    audience: filterByWord('For', { agents: 'Agents', users: 'Users' }),
    quick: filterByFlag('Runs', { yes: 'At once', no: 'After asking' }),
    inactive: filterByInactive,
  },
});
const urlDefaults = { workflow: undefined } as const;
const all = { sort: 'name', descending: false, offset: 0, limit: 200 } as const;

/** What can be done to tickets: Halo calls them actions. */
export function OutcomesPage() {
  const { list, input } = useDeskList(outcomes);
  const [{ workflow }, setUrl] = useUrlState(urlDefaults);
  const workflowId = readNumber(workflow);
  const { data: workflows } = useQuery(api.workflows.list.queryOptions({ input: all }));
  const filters = { ...input, ...(workflowId !== undefined && { workflowId }) };
  const rows = useListRows((block) => api.outcomes.list.queryOptions({ input: { ...filters, ...block } }));
  const shown = {
    ...list,
    isFiltered: list.isFiltered || workflowId !== undefined,
    clear: () => {
      list.clear();
      setUrl({ workflow: undefined });
    },
  };
  return (
    <DeskListPage
      kind={outcomeKind}
      title="Actions"
      about="What can be done to a ticket by one button or one call: what it writes, asks for and sets."
      filters={
        <DeskFilterBar list={shown} of={outcomeKind}>
          <ChoiceFilter
            single
            name="Workflow"
            choices={toChoices(workflows?.rows)}
            value={workflow === undefined ? [] : [workflow]}
            onChange={([value]) => setUrl({ workflow: value })}
          />
        </DeskFilterBar>
      }
      columns={outcomeColumns}
      rows={rows}
      sort={list.sort}
      NewRecord={NewOutcome}
      empty={(newButton) => (
        <DeskListEmpty list={shown} of={outcomeKind} action={newButton}>
          An action is a button on a ticket, such as “Take it”. It writes into the conversation, sets what it is
          configured to set, and may lead to another step of the workflow.
        </DeskListEmpty>
      )}
    />
  );
}
