import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { ConnectionView } from '../../../src-shared/api/connections.ts';
import { api } from '../../api/client.ts';
import { Count } from '../../components/count.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPage } from '../../components/list-page.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { rowsOf } from '../../components/table/rows.ts';
import { usePageKeys } from '../../components/use-page-keys.ts';
import { useUrlState } from '../../components/use-url-state.ts';
import { connectionColumns } from './connection-columns.tsx';
import { ConnectionRecord } from './connection-record.tsx';
import { kindLabels } from './connection-words.ts';
import { NewConnectionDialog } from './new-connection-dialog.tsx';
import classes from './connections.module.css';

const defaults = { open: undefined, new: undefined, search: '' } as const;

export function ConnectionsPage() {
  const [{ open, new: making, search }, setUrl] = useUrlState(defaults);
  const navigate = useNavigate();
  const { data: all, error, refetch } = useQuery(api.connections.list.queryOptions());
  const shown = useMemo(() => all?.filter((each) => fits(each, search)), [all, search]);
  const opened = all?.find(({ id }) => id === open);
  const startNew = (): void => setUrl({ new: 'connection' });
  usePageKeys([['n', startNew]]);
  return (
    <ListPage
      header={
        <PageHeader
          title="AI connections"
          about="Servers of the Responses API, each with a model and a key. None is asked anything until you use or test it."
          actions={
            <>
              <Count of={shown?.length} one="connection" many="connections" />
              <Button onClick={startNew} title="N">
                New connection
              </Button>
            </>
          }
        />
      }
      filters={
        <SearchField
          label="Search connections"
          value={search}
          onChange={(text) => setUrl({ search: text }, { replace: true })}
        />
      }
      table={
        <DataTable
          name="connections"
          label="AI connections"
          columns={connectionColumns}
          rows={{ ...rowsOf(shown, error ?? undefined), list: search, retry: () => void refetch() }}
          keyOf={({ id }) => id}
          openKey={open}
          onOpen={({ id }) => {
            if (id === open) void navigate(`/connections/${id}`);
            else setUrl({ open: id }, { replace: open !== undefined });
          }}
          empty={<EmptyState title="No connection fits">Search for another name, model or address.</EmptyState>}
        />
      }
      {...(all?.length === 1 && {
        foot: (
          <p className={classes['dim']}>
            So far there is the built-in offline model alone, which follows rules. To talk to a language model, make a
            connection to OpenAI, to Azure OpenAI or to a server of your own.
          </p>
        ),
      })}
      panel={
        <>
          {opened !== undefined && (
            <SidePanel
              key={opened.id}
              label="AI connection"
              title={opened.name}
              page={`/connections/${opened.id}`}
              onClose={() => setUrl({ open: undefined }, { replace: true })}
            >
              <ConnectionRecord
                connection={opened}
                narrow
                onDeleted={() => setUrl({ open: undefined }, { replace: true })}
              />
            </SidePanel>
          )}
          <NewConnectionDialog
            opened={making === 'connection'}
            onClose={() => setUrl({ new: undefined }, { replace: true })}
            onMade={({ id }) => setUrl({ new: undefined, open: id }, { replace: true })}
          />
        </>
      }
    />
  );
}

function fits({ name, kind, model, baseUrl, id }: ConnectionView, search: string): boolean {
  const words = search.trim().toLowerCase();
  const texts = [name, kindLabels[kind], model, baseUrl, id];
  return words === '' || texts.some((text) => text.toLowerCase().includes(words));
}
