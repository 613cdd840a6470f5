import type { AssetRecord } from '../../../src-shared/api/assets.ts';
import { describeDay } from '../../components/describe-day.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import { OpenTickets } from '../../components/record/open-tickets.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { RecordLink } from '../../components/record/record-link.tsx';
import { TextSection } from '../../components/record/text-section.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';

export function AssetDetails({ record: asset }: { readonly record: AssetRecord }) {
  const { id, type, client, site, user, status, manufacturer, model, serialNumber, warrantyEndsAt, fields } = asset;
  return (
    <>
      <Properties
        list={[
          ['State', <ActiveBadge key="state" inactive={asset.inactive} />],
          ['Status', status],
          ['Type', type.name],
          ['User', user && <RecordLink kind="user" to={user} />],
          ['Client', <RecordLink key="client" kind="client" to={client} />],
          ['Site', site.name],
          ['Tickets', <OpenTickets key="tickets" count={asset.openTickets} filter="asset" id={id} />],
          ['Manufacturer', manufacturer],
          ['Model', model],
          ['Serial number', serialNumber],
          ['Warranty until', warrantyEndsAt && describeDay(warrantyEndsAt)],
          ['Created', <RelativeTime key="created" at={asset.createdAt} />],
        ]}
      />
      <TextSection title="Notes" text={asset.notes} />
      {fields.length > 0 && (
        <FormSection title="Fields">
          <Properties list={fields.map(({ name, value }) => [name, value])} />
        </FormSection>
      )}
    </>
  );
}
