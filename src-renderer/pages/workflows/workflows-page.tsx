import { Button, Modal } from '@mantine/core';
import { useNavigate } from 'react-router';
import { workflowSorts } from '../../../src-shared/api/workflows.ts';
import { api } from '../../api/client.ts';
import { Count } from '../../components/count.tsx';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { ListPage } from '../../components/list-page.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { recordPath } from '../../components/record/record-path.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { usePageKeys } from '../../components/use-page-keys.ts';
import { useUrlState } from '../../components/use-url-state.ts';
import { NewWorkflow } from './new-workflow.tsx';
import { workflowColumns } from './workflow-columns.tsx';

const workflows = describeDeskList({
  sorts: workflowSorts,
  sortAtFirst: { column: 'name', descending: false },
  filters: {},
});
const nouns = { one: 'Workflow', many: 'Workflows' };
const urlDefaults = { new: undefined } as const;

export function WorkflowsPage() {
  const { list, input } = useDeskList(workflows);
  const rows = useListRows((block) => api.workflows.list.queryOptions({ input: { ...input, ...block } }));
  const [url, setUrl] = useUrlState(urlDefaults);
  const navigate = useNavigate();
  const startNew = (): void => setUrl({ new: 'workflow' });
  const close = (): void => setUrl({ new: undefined }, { replace: true });
  usePageKeys([['n', startNew]]);
  const newButton = (
    <Button onClick={startNew} title="N">
      New workflow
    </Button>
  );
  return (
    <ListPage
      header={
        <PageHeader
          title="Workflows"
          about="The steps that tickets take, the actions that each step offers, and where each action leads."
          actions={
            <>
              <Count of={rows.total} one="workflow" many="workflows" />
              {newButton}
            </>
          }
        />
      }
      filters={<DeskFilterBar list={list} of={nouns} />}
      table={
        <DataTable
          name="workflows"
          label="Workflows"
          columns={workflowColumns}
          rows={rows}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void navigate(recordPath('workflow', id))}
          sort={list.sort}
          onSort={({ column, descending }) => list.set({ sort: column, order: descending ? 'down' : 'up' })}
          empty={
            <DeskListEmpty list={list} of={nouns} action={newButton}>
              A workflow takes the tickets of a type through steps. Without one, only actions that are offered on every
              step can be used on them.
            </DeskListEmpty>
          }
        />
      }
      panel={
        <Modal opened={url.new === 'workflow'} onClose={close} title="New workflow">
          <NewWorkflow onClose={close} />
        </Modal>
      }
    />
  );
}
