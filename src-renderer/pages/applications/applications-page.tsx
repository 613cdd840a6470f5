import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePageKeys } from '../../components/use-page-keys.ts';
import { api } from '../../api/client.ts';
import { Count } from '../../components/count.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPage } from '../../components/list-page.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { rowsOf } from '../../components/table/rows.ts';
import { useUrlState } from '../../components/use-url-state.ts';
import { ApplicationPanel } from './application-panel.tsx';
import { applicationColumns, describeLogin, type ApplicationRow } from './application-columns.tsx';
import type { IssuedSecret } from '../../components/secret/issued-secret.ts';
import { NewApplicationDialog } from './new-application-dialog.tsx';
import { SecretDialog } from '../../components/secret/secret-dialog.tsx';

const defaults = { open: undefined, new: undefined, search: '' } as const;

export function ApplicationsPage() {
  const [{ open, new: making, search }, setUrl] = useUrlState(defaults);
  const navigate = useNavigate();
  const [issued, setIssued] = useState<IssuedSecret>();
  const { rows, error } = useApplications();
  const shown = useMemo(() => rows?.filter((row) => fits(row, search)), [rows, search]);
  const startNew = (): void => setUrl({ new: 'application' });
  usePageKeys([['n', startNew]]);
  const newButton = (
    <Button onClick={startNew} title="N">
      New application
    </Button>
  );
  return (
    <ListPage
      header={
        <PageHeader
          title="Applications"
          about="How AI clients sign in: each application has its keys or secret, acts as somebody and has scopes."
          actions={
            <>
              <Count of={shown?.length} one="application" many="applications" />
              {newButton}
            </>
          }
        />
      }
      filters={
        <SearchField
          label="Search applications"
          value={search}
          onChange={(text) => setUrl({ search: text }, { replace: true })}
        />
      }
      table={
        <DataTable
          name="applications"
          label="Applications"
          columns={applicationColumns}
          rows={rowsOf(shown, error ?? undefined)}
          keyOf={({ id }) => id}
          openKey={open}
          onOpen={({ id }) => {
            if (id === open) void navigate(`/applications/${id}`);
            else setUrl({ open: id }, { replace: open !== undefined });
          }}
          empty={
            search === '' ? (
              <EmptyState title="No applications yet" action={newButton}>
                An AI client needs a key to get in. Make an application for each client, so that you see who called and
                can stop one without stopping the others.
              </EmptyState>
            ) : (
              <EmptyState title="No application fits">Search for another name.</EmptyState>
            )
          }
        />
      }
      panel={
        <>
          {open !== undefined && (
            <ApplicationPanel
              key={open}
              id={open}
              onIssued={setIssued}
              onClose={() => setUrl({ open: undefined }, { replace: true })}
            />
          )}
          <NewApplicationDialog
            opened={making === 'application' && issued === undefined}
            onClose={() => setUrl({ new: undefined }, { replace: true })}
            onIssued={(made) => {
              setIssued(made);
              setUrl({ new: undefined, open: made.application.id }, { replace: true });
            }}
          />
          {issued !== undefined && <SecretDialog issued={issued} onKept={() => setIssued(undefined)} />}
        </>
      }
    />
  );
}

function useApplications() {
  const applications = useQuery(api.applications.list.queryOptions());
  const keys = useQuery(api.keys.list.queryOptions({ input: {} }));
  const rows = useMemo(
    () =>
      applications.data?.map((application): ApplicationRow => ({
        ...application,
        keys: keys.data?.filter((key) => key.application.id === application.id) ?? [],
      })),
    [applications.data, keys.data],
  );
  return { rows, error: applications.error ?? keys.error };
}

function fits(row: ApplicationRow, search: string): boolean {
  const words = search.trim().toLowerCase();
  const texts = [row.name, row.id, describeLogin(row), ...row.keys.map(({ hint }) => hint)];
  return words === '' || texts.some((text) => text.toLowerCase().includes(words));
}
