import { Button, Switch } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { callColumns } from '../../components/calls/call-columns.tsx';
import { Count } from '../../components/count.tsx';
import { ListPage } from '../../components/list-page.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { readNumber } from '../../components/read-number.ts';
import { DataTable, type TableHandle } from '../../components/table/data-table.tsx';
import { useUrlState } from '../../components/use-url-state.ts';
import { ActivityEmpty } from './activity-empty.tsx';
import { ActivityFilterBar } from './activity-filter-bar.tsx';
import { activityDefaults, readActivityFilter } from './activity-filters.ts';
import { CallPanel } from './call-panel.tsx';
import { ExportCalls } from './export-calls.tsx';
import { useCallRows } from './use-call-rows.ts';
import classes from './activity.module.css';

export function ActivityPage() {
  const [url, setUrl] = useUrlState(activityDefaults);
  const navigate = useNavigate();
  const [atTop, setAtTop] = useState(true);
  const table = useRef<TableHandle>(null);
  const filter = readActivityFilter(url);
  const open = readNumber(url.open);
  const follows = url.live !== 'off';
  // Whoever reads a call or an older stretch must not have the rows pulled away.
  const { rows, total, waiting, catchUp } = useCallRows(filter, follows && atTop && open === undefined);
  const openCall = useCallback(
    (id: number | undefined) => setUrl({ open: id?.toString() }, { replace: true }),
    [setUrl],
  );

  return (
    <ListPage
      header={
        <PageHeader
          title="Activity"
          about="Every call of a tool, whoever made it, as it happens."
          actions={
            <>
              <Count of={total?.count} exact={total?.exact ?? true} one="call" many="calls" />
              <Switch
                label="Follow new calls"
                checked={follows}
                onChange={(event) => setUrl({ live: event.currentTarget.checked ? 'on' : 'off' }, { replace: true })}
              />
              <ExportCalls filter={filter} total={total} />
            </>
          }
        />
      }
      filters={<ActivityFilterBar url={url} onChange={setUrl} />}
      table={
        <div className={classes['table']}>
          <DataTable
            name="activity"
            label="Calls"
            columns={callColumns}
            rows={rows}
            keyOf={({ id }) => id}
            openKey={open}
            onOpen={({ id }) => {
              if (id === open) void navigate(`/activity/${id}`);
              else setUrl({ open: String(id) }, { replace: open !== undefined });
            }}
            onRest={setAtTop}
            handle={table}
            empty={<ActivityEmpty url={url} onClear={setUrl} />}
          />
          {waiting.count > 0 && (
            <Button
              className={classes['waiting'] ?? ''}
              radius="xl"
              onClick={() => {
                catchUp();
                table.current?.goToTop();
              }}
            >
              {describeWaiting(waiting)}
            </Button>
          )}
        </div>
      }
      panel={open !== undefined && <CallPanel key={open} id={open} onOpen={openCall} />}
    />
  );
}

function describeWaiting({ count, atLeast }: { readonly count: number; readonly atLeast: boolean }): string {
  if (atLeast) return `${count} or more new calls`;
  return `${count} new ${count === 1 ? 'call' : 'calls'}`;
}
