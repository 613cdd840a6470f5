import { Button } from '@mantine/core';
import type { ClientRecord, SiteRecord } from '../../../src-shared/api/clients.ts';
import { api } from '../../api/client.ts';
import { readNumber } from '../../components/read-number.ts';
import type { Column } from '../../components/table/column.ts';
import { TableSection } from '../../components/table/table-section.tsx';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { numberColumn, textColumn } from '../../components/table/usual-columns.tsx';
import { useUrlState } from '../../components/use-url-state.ts';
import { SiteDialog } from './site-dialog.tsx';

type SiteRow = Omit<SiteRecord, 'revision'>;

const { sortable: _, ...users } = numberColumn<SiteRow>('users', 'Users', 72, (site) => site.users);

const columns: readonly Column<SiteRow>[] = [
  textColumn('name', 'Site', 130, ({ name, inactive }) => (inactive ? `${name} (inactive)` : name)),
  { ...textColumn('address', 'Address', 180, ({ address }) => address.replaceAll('\n', ', ')), grows: 'twice' },
  users,
];

const defaults = { site: undefined } as const;

/** A site has no page of its own: it opens in a dialog over its client. */
export function SitesOfClient({ client }: { readonly client: ClientRecord }) {
  const [{ site }, setUrl] = useUrlState(defaults);
  const rows = useListRows((block) =>
    api.sites.list.queryOptions({ input: { clientId: client.id, sort: 'name', descending: false, ...block } }),
  );
  const id = readNumber(site);
  return (
    <>
      <TableSection
        title="Sites"
        one="site"
        many="sites"
        actions={
          <Button variant="default" onClick={() => setUrl({ site: 'new' })}>
            New site
          </Button>
        }
        columns={columns}
        rows={rows}
        onOpen={(row) => setUrl({ site: String(row.id) })}
        empty="A client needs a site before it can have users and assets."
      />
      {(id !== undefined || site === 'new') && (
        <SiteDialog client={client} id={id} onClose={() => setUrl({ site: undefined }, { replace: true })} />
      )}
    </>
  );
}
