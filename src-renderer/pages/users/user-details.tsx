import { useNavigate } from 'react-router';
import type { AssetListRow } from '../../../src-shared/api/assets.ts';
import type { UserRecord } from '../../../src-shared/api/users.ts';
import { api } from '../../api/client.ts';
import { CopiedText } from '../../components/copied-text.tsx';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import { OpenTickets } from '../../components/record/open-tickets.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { RecordLink } from '../../components/record/record-link.tsx';
import { recordPath } from '../../components/record/record-path.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import type { Column } from '../../components/table/column.ts';
import { TableSection } from '../../components/table/table-section.tsx';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { textColumn } from '../../components/table/usual-columns.tsx';
import { seesLabels } from './sees-labels.ts';

export function UserDetails({ record: user }: { readonly record: UserRecord }) {
  const { id, email, phone, jobTitle, department, client, site, sees, linkedAgent, important, inactive } = user;
  return (
    <>
      <Properties
        list={[
          ['State', <ActiveBadge key="state" inactive={inactive} />],
          ['Email', <CopiedText key="email" text={email} what="email address" />],
          ['Phone', phone],
          ['Client', <RecordLink key="client" kind="client" to={client} />],
          ['Site', site.name],
          ['Job title', jobTitle],
          ['Department', department],
          ['Tickets', <OpenTickets key="tickets" count={user.openTickets} filter="user" id={id} />],
          ['May see', seesLabels[sees]],
          ['Important', important ? 'Yes' : 'No'],
          ['Linked agent', linkedAgent && <RecordLink kind="agent" to={linkedAgent} />],
          ['Created', <RelativeTime key="created" at={user.createdAt} />],
        ]}
      />
      <AssetsOfUser id={id} />
    </>
  );
}

const columns: readonly Column<AssetListRow>[] = [
  textColumn('tag', 'Asset', 96, ({ tag }) => tag),
  textColumn('type', 'Type', 92, ({ type }) => type.name),
  { ...textColumn('model', 'Model', 120, ({ manufacturer, model }) => `${manufacturer} ${model}`), grows: 'twice' },
  textColumn('status', 'Status', 76, ({ status }) => status),
];

function AssetsOfUser({ id }: { readonly id: number }) {
  const navigate = useNavigate();
  const rows = useListRows((block) =>
    api.assets.list.queryOptions({ input: { userId: id, sort: 'tag', descending: false, ...block } }),
  );
  return (
    <TableSection
      title="Assets"
      one="asset"
      many="assets"
      columns={columns}
      rows={rows}
      onOpen={(asset) => void navigate(recordPath('asset', asset.id))}
      empty="No asset is given to this user."
    />
  );
}
