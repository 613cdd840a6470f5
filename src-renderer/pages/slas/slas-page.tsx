import { slaSorts } from '../../../src-shared/api/slas.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { slaColumns } from './sla-columns.tsx';
import { NewSla } from './sla-form.tsx';
import { slaKind } from './sla-kind.ts';
import { pageTitle, SlaViews } from './sla-views.tsx';

const slas = describeDeskList({ sorts: slaSorts, sortAtFirst: { column: 'name', descending: false }, filters: {} });

export function SlasPage() {
  const { list, input } = useDeskList(slas);
  const rows = useListRows((block) => api.slas.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={slaKind}
      title={pageTitle}
      about="How soon tickets of each priority are answered and fixed, in working time. A ticket type says which SLA its tickets have."
      views={<SlaViews />}
      filters={<DeskFilterBar list={list} of={slaKind} />}
      columns={slaColumns}
      rows={rows}
      sort={list.sort}
      NewRecord={NewSla}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={slaKind} action={newButton}>
          An SLA (service level agreement) says how soon a ticket is answered and fixed.
        </DeskListEmpty>
      )}
    />
  );
}
