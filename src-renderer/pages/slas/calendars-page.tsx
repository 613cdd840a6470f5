import { calendarSorts } from '../../../src-shared/api/slas.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { calendarColumns } from './calendar-columns.tsx';
import { NewCalendar } from './calendar-form.tsx';
import { calendarKind } from './calendar-kind.ts';
import { pageTitle, SlaViews } from './sla-views.tsx';

const calendars = describeDeskList({
  sorts: calendarSorts,
  sortAtFirst: { column: 'name', descending: false },
  filters: {},
});

export function CalendarsPage() {
  const { list, input } = useDeskList(calendars);
  const rows = useListRows((block) => api.calendars.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={calendarKind}
      title={pageTitle}
      about="The hours that count for an SLA, in the time zone of those who work them, without holidays."
      views={<SlaViews />}
      filters={<DeskFilterBar list={list} of={calendarKind} />}
      columns={calendarColumns}
      rows={rows}
      sort={list.sort}
      NewRecord={NewCalendar}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={calendarKind} action={newButton}>
          A working calendar says which hours of a week count, and which days do not.
        </DeskListEmpty>
      )}
    />
  );
}
