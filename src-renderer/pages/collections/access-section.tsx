import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CollectionView } from '../../../src-shared/api/collections.ts';
import { api } from '../../api/client.ts';
import { ConnectedClients } from '../../components/endpoint/connected-clients.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import type { IssuedSecret } from '../../components/secret/issued-secret.ts';
import { SecretDialog } from '../../components/secret/secret-dialog.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { type Bound, findBound } from './bound.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';
import classes from './collections.module.css';

/** Who is connected, and whose keys and applications are kept to the collection. */
export function AccessSection({ collection }: { readonly collection: CollectionView }) {
  const { id } = collection;
  const [isMaking, setMaking] = useState(false);
  const [issued, setIssued] = useState<IssuedSecret>();
  const clients = useQuery(api.collections.clients.queryOptions({ input: { collection: id } }));
  const keys = useQuery(api.keys.list.queryOptions({ input: {} }));
  const applications = useQuery(api.applications.list.queryOptions());
  const error = keys.error ?? applications.error;
  return (
    <FormSection
      id="access"
      title="Clients and access"
      about="Every application may use every collection, unless it or its key is kept to some."
      actions={
        <Button variant="default" onClick={() => setMaking(true)}>
          Make a key for it
        </Button>
      }
    >
      <ConnectedClients query={clients} />
      <h3 className={classes['sub']}>Keys and applications kept to it</h3>
      {error !== null && <ErrorState error={error} what="The keys and applications could not be read" />}
      {keys.data !== undefined && applications.data !== undefined && (
        <BoundList bound={findBound(id, keys.data, applications.data)} />
      )}
      <NewKeyDialog
        collection={collection}
        opened={isMaking}
        onClose={() => setMaking(false)}
        onIssued={(made) => {
          setMaking(false);
          setIssued(made);
        }}
      />
      {issued !== undefined && <SecretDialog issued={issued} onKept={() => setIssued(undefined)} />}
    </FormSection>
  );
}

function BoundList({ bound: { keys, applications, stranded, unbound } }: { readonly bound: Bound }) {
  return (
    <>
      {keys.length + applications.length === 0 ? (
        <p className={classes['dim']}>None. A key made here opens this collection and nothing else.</p>
      ) : (
        <ul className={classes['bound']}>
          {keys.map(({ id, application, hint, enabled }) => (
            <li key={id}>
              <span>
                Key <span className="mono">…{hint}</span> of{' '}
                <Link to={`/applications/${application.id}`} className="foreign">
                  {application.name}
                </Link>
              </span>
              <StateBadge state={enabled ? 'good' : 'quiet'}>{enabled ? 'Enabled' : 'Disabled'}</StateBadge>
              <span className={classes['dim']}>Opens nothing else.</span>
            </li>
          ))}
          {applications.map((application) => (
            <li key={application.id}>
              <span>
                Application{' '}
                <Link to={`/applications/${application.id}`} className="foreign">
                  {application.name}
                </Link>
              </span>
              <StateBadge state={application.enabled ? 'good' : 'quiet'}>
                {application.enabled ? 'Enabled' : 'Disabled'}
              </StateBadge>
              <span className={classes['dim']}>
                {stranded.includes(application) ? 'May use nothing else.' : 'May use others beside it.'}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className={classes['dim']}>
        {unbound === 1 ? '1 application' : `${unbound} applications`} may use every collection, this one too.
      </p>
    </>
  );
}
