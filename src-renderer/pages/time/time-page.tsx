import { Button, Modal } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { usePageKeys } from '../../components/use-page-keys.ts';
import { timeSorts } from '../../../src-shared/api/time.ts';
import { api } from '../../api/client.ts';
import { Count } from '../../components/count.tsx';
import { describeDuration } from '../../components/describe-duration.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { filterByDay, filterById } from '../../components/desk/list-filter.ts';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { ListPage } from '../../components/list-page.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { firstBlock, useListRows } from '../../components/table/use-list-rows.ts';
import { useUrlState } from '../../components/use-url-state.ts';
import { LogTimeForm } from './log-time-form.tsx';
import { timeColumns } from './time-columns.tsx';

const time = describeDeskList({
  sorts: timeSorts,
  sortAtFirst: { column: 'startedAt', descending: true },
  filters: {
    agentId: filterById('Agent', ({ agents }) => agents),
    from: filterByDay('From', 'begins'),
    to: filterByDay('To', 'ends'),
  },
});

const nouns = { one: 'Entry', many: 'Entries' };
const urlDefaults = { new: undefined } as const;

export function TimePage() {
  const { list, input } = useDeskList(time);
  const [url, setUrl] = useUrlState(urlDefaults);
  const rows = useListRows((block) => api.time.list.queryOptions({ input: { ...input, ...block } }));
  const { data } = useQuery(
    api.time.list.queryOptions({ input: { ...input, ...firstBlock }, placeholderData: keepPreviousData }),
  );
  const start = (): void => setUrl({ new: 'time' });
  const close = (): void => setUrl({ new: undefined }, { replace: true });
  usePageKeys([['n', start]]);
  const logTime = (
    <Button onClick={start} title="N">
      Log time
    </Button>
  );
  return (
    <ListPage
      header={
        <PageHeader
          title="Time"
          about="What agents worked on, and for how long."
          actions={
            <>
              <Count of={rows.total} one="entry" many="entries" />
              {logTime}
            </>
          }
        />
      }
      filters={
        <DeskFilterBar list={list} of={nouns}>
          {data && <strong role="status">{describeDuration(data.totalSeconds)} in all</strong>}
        </DeskFilterBar>
      }
      table={
        <DataTable
          name="time"
          label="Time entries"
          columns={timeColumns}
          rows={rows}
          keyOf={({ id }) => id}
          sort={list.sort}
          onSort={({ column, descending }) => list.set({ sort: column, order: descending ? 'down' : 'up' })}
          empty={
            <DeskListEmpty list={list} of={nouns} action={logTime}>
              Time is logged here, on a ticket, or by an assistant with the tool “Log Time”.
            </DeskListEmpty>
          }
        />
      }
      panel={
        <Modal opened={url.new === 'time'} onClose={close} title="Log time">
          <LogTimeForm onClose={close} />
        </Modal>
      }
    />
  );
}
