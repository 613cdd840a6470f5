import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ConnectedClients as Clients } from '../../../src-shared/api/connected-clients.ts';
import { Who } from '../calls/who.tsx';
import { ErrorState } from '../error-state.tsx';
import { RelativeTime } from '../relative-time.tsx';
import classes from './endpoint.module.css';

/** Who is connected to an endpoint now. */
export function ConnectedClients({ query }: { readonly query: UseQueryResult<Clients> }) {
  const { data, error } = query;
  if (error !== null) return <ErrorState error={error} what="The connected clients could not be read" />;
  if (data === undefined) return null;
  const { clients } = data;
  return (
    <>
      <h3 className={classes['sub']}>Connected clients: {clients.length}</h3>
      {clients.length === 0 ? (
        <p className={classes['dim']}>
          No client is connected. A client counts while it holds a session, and for five minutes after its last request.
        </p>
      ) : (
        <div className={classes['table-box']} tabIndex={0} role="group" aria-label="Connected clients">
          <table className={classes['table']}>
            <thead>
              <tr>
                {['Client', 'Acts as', 'Application', 'Protocol', 'Connected', 'Last request', 'Sessions'].map(
                  (name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {clients.map(({ client, principal, application, era, since, lastRequestAt, sessions }, index) => (
                <tr key={index}>
                  <td>
                    <span className={classes['client-name']} title={client}>
                      {client}
                    </span>
                  </td>
                  <td>
                    <Who who={principal} />
                  </td>
                  <td>
                    {application !== undefined && (
                      <Link to={`/applications/${application.id}`} className={classes['client-name'] ?? ''}>
                        {application.name}
                      </Link>
                    )}
                  </td>
                  <td className="mono">{era}</td>
                  <td>
                    <RelativeTime at={since} />
                  </td>
                  <td>
                    <RelativeTime at={lastRequestAt} />
                  </td>
                  <td>{sessions === 0 ? <span title="Each request stands alone">None</span> : sessions}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
