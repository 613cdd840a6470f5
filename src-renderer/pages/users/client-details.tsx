import { Link } from 'react-router';
import type { ClientRecord } from '../../../src-shared/api/clients.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import { OpenTickets } from '../../components/record/open-tickets.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { TextSection } from '../../components/record/text-section.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { SitesOfClient } from './sites-of-client.tsx';
import { UsersOfClient } from './users-of-client.tsx';

export function ClientDetails({ record: client }: { readonly record: ClientRecord }) {
  const { id, inactive, openTickets, createdAt, notes } = client;
  return (
    <>
      <Properties
        list={[
          ['State', <ActiveBadge key="state" inactive={inactive} />],
          ['Tickets', <OpenTickets key="tickets" count={openTickets} filter="client" id={id} />],
          [
            'Assets',
            <Link key="assets" to={`/assets?clientId=${id}`}>
              Show the assets
            </Link>,
          ],
          ['Created', <RelativeTime key="created" at={createdAt} />],
        ]}
      />
      <TextSection title="Notes" text={notes} />
      <SitesOfClient client={client} />
      <UsersOfClient client={client} />
    </>
  );
}
