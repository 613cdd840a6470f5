import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { CollectionView } from '../../../src-shared/api/collections.ts';
import { api } from '../../api/client.ts';
import { Count } from '../../components/count.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPage } from '../../components/list-page.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { rowsOf } from '../../components/table/rows.ts';
import { usePageKeys } from '../../components/use-page-keys.ts';
import { useUrlState } from '../../components/use-url-state.ts';
import { collectionColumns } from './collection-columns.tsx';
import { CollectionPanel } from './collection-panel.tsx';
import { NewCollectionDialog } from './new-collection-dialog.tsx';

const defaults = { open: undefined, new: undefined, search: '', type: 'all' } as const;

const types = [
  { value: 'all', label: 'All' },
  { value: 'agent', label: 'For agents' },
  { value: 'user', label: 'For users' },
];

export function CollectionsPage() {
  const [{ open, new: making, search, type }, setUrl] = useUrlState(defaults);
  const navigate = useNavigate();
  const { data: all, error, refetch } = useQuery(api.collections.list.queryOptions());
  const shown = useMemo(() => all?.filter((each) => fits(each, search, type)), [all, search, type]);
  const opened = all?.find(({ id }) => id === open);
  const startNew = (): void => setUrl({ new: 'collection' });
  usePageKeys([['n', startNew]]);
  const newButton = (
    <Button onClick={startNew} title="N">
      New collection
    </Button>
  );
  return (
    <ListPage
      header={
        <PageHeader
          title="MCP tool collections"
          about="Further MCP endpoints, each with its own address, tools and limits, for one audience."
          actions={
            <>
              <Count of={shown?.length} one="collection" many="collections" />
              {newButton}
            </>
          }
        />
      }
      filters={
        <>
          <SearchField
            label="Search collections"
            value={search}
            onChange={(text) => setUrl({ search: text }, { replace: true })}
          />
          <SegmentedControl
            aria-label="Type of collection"
            data={types}
            value={type}
            onChange={(value) => setUrl({ type: value }, { replace: true })}
          />
        </>
      }
      table={
        <DataTable
          name="collections"
          label="MCP tool collections"
          columns={collectionColumns}
          rows={{ ...rowsOf(shown, error ?? undefined), list: `${type} ${search}`, retry: () => void refetch() }}
          keyOf={({ id }) => id}
          openKey={open}
          onOpen={({ id }) => {
            if (id === open) void navigate(`/collections/${id}`);
            else setUrl({ open: id }, { replace: open !== undefined });
          }}
          empty={
            all?.length === 0 ? (
              <EmptyState title="No tool collections yet" action={newButton}>
                Every client of the default endpoint is offered the same tools. A collection is an endpoint of its own:
                a few tools that a model can keep in mind, for one audience, with keys that open nothing else. Begin
                with one that only reads.
              </EmptyState>
            ) : (
              <EmptyState title="No collection fits">Search for another name, or show both types.</EmptyState>
            )
          }
        />
      }
      panel={
        <>
          {opened !== undefined && (
            <CollectionPanel
              key={opened.id}
              collection={opened}
              onClose={() => setUrl({ open: undefined }, { replace: true })}
              onCloned={(id) => setUrl({ open: id }, { replace: true })}
            />
          )}
          <NewCollectionDialog
            opened={making === 'collection'}
            onClose={() => setUrl({ new: undefined }, { replace: true })}
            onMade={({ id }) => void navigate(`/collections/${id}`)}
          />
        </>
      }
    />
  );
}

function fits({ id, settings }: CollectionView, search: string, type: string): boolean {
  if (type !== 'all' && settings.type !== type) return false;
  const words = search.trim().toLowerCase();
  return words === '' || [settings.name, settings.slug, id].some((text) => text.toLowerCase().includes(words));
}
