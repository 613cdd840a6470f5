import { Fragment } from 'react';
import type { ApplicationEffect, ApplicationView } from '../../../src-shared/api/applications.ts';
import { EndpointLink } from '../../components/endpoint/endpoint-link.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { describeLogin } from './application-columns.tsx';
import { ApplicationForm } from './application-form.tsx';
import { ApplicationSwitch } from './application-switch.tsx';
import { ClientSecret } from './client-secret.tsx';
import { EffectiveAccess } from './effective-access.tsx';
import type { IssuedSecret } from '../../components/secret/issued-secret.ts';
import { Keys } from './keys.tsx';
import { methods } from './methods.ts';

interface Props {
  readonly application: ApplicationView;
  readonly effect: ApplicationEffect;
  readonly onIssued: (issued: IssuedSecret) => void;
  readonly onDeleted: () => void;
}

/** An application, beside the list and on its own page alike. */
export function ApplicationRecordView({ application, effect, onIssued, onDeleted }: Props) {
  const { id, method, enabled, collections, createdAt } = application;
  return (
    <>
      <Properties
        list={[
          [
            'State',
            <StateBadge key="state" state={enabled ? 'good' : 'quiet'}>
              {enabled ? 'Enabled' : 'Disabled'}
            </StateBadge>,
          ],
          ['Signs in with', methods[method]],
          ['Acts as', describeLogin(application)],
          ['May use', <UsedEndpoints key="collections" collections={collections} />],
          ['Made', <RelativeTime key="made" at={createdAt} />],
          [
            method === 'static_key' ? 'ID' : 'Client ID',
            <span key="id" className="mono">
              {id}
            </span>,
          ],
        ]}
      />
      <ApplicationSwitch application={application} onDeleted={onDeleted} />
      {method === 'static_key' ? (
        <Keys application={application} onIssued={onIssued} />
      ) : (
        <ClientSecret application={application} onIssued={onIssued} />
      )}
      <ApplicationForm application={application} effect={effect} />
      <EffectiveAccess effect={effect} />
    </>
  );
}

function UsedEndpoints({ collections }: Pick<ApplicationView, 'collections'>) {
  if (collections === undefined) return 'Every endpoint';
  if (collections.length === 0) return 'No endpoint';
  return collections.map((collection, at) => (
    <Fragment key={collection.id}>
      {at > 0 && ', '}
      <EndpointLink collection={collection} />
    </Fragment>
  ));
}
