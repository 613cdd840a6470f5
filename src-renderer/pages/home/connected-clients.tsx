import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../api/client.ts';
import { Who } from '../../components/calls/who.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import classes from './home.module.css';

const most = 4;

/** Who uses the endpoint now, the latest request first. */
export function ConnectedClients({ enabled }: { readonly enabled: boolean }) {
  const { data, error } = useQuery(api.endpoint.clients.queryOptions());
  if (error !== null) return <ErrorState error={error} what="The connected clients could not be read" />;
  if (data === undefined) return null;
  const { clients } = data;
  if (clients.length === 0) {
    return (
      <p className={classes['dim']}>
        {enabled ? 'No client is connected. One shows here with its first request.' : 'No client is connected.'}
      </p>
    );
  }
  return (
    <>
      <h3 className={classes['small-head']}>
        {clients.length} connected {clients.length === 1 ? 'client' : 'clients'}
      </h3>
      <ul className={classes['clients']}>
        {clients.slice(0, most).map(({ client, application, principal, lastRequestAt }, index) => (
          <li key={index}>
            <span className="one-line" title={client}>
              {client}
            </span>
            <span className={`one-line ${classes['dim']}`}>
              as <Who who={principal} />
              {application !== undefined && ` through ${application.name}`}
            </span>
            <span className={classes['dim']}>
              <RelativeTime at={lastRequestAt} />
            </span>
          </li>
        ))}
      </ul>
      {clients.length > most && <Link to="/mcp-endpoint#switch">Show all {clients.length} clients</Link>}
    </>
  );
}
