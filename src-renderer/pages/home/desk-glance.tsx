import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Card } from './card.tsx';
import { Figure } from './figure.tsx';
import { StatusBars } from './status-bars.tsx';
import classes from './home.module.css';
import { formatNumber } from '../../components/format-number.ts';

/** What the service desk has to do. */
export function DeskGlance() {
  const { data, error } = useQuery(api.desk.counts.queryOptions());
  return (
    <Card title="Service desk" more={<Link to="/tickets">All tickets</Link>}>
      {error !== null && <ErrorState error={error} what="The tickets could not be counted" />}
      {data === undefined && <div className={classes['desk-to-come']} />}
      {data !== undefined && data.open + data.closed === 0 && (
        <EmptyState title="No tickets yet" action={<Link to="/data">Put the demo desk here</Link>}>
          A client of the endpoint can log the first one, or you can.
        </EmptyState>
      )}
      {data !== undefined && data.open + data.closed > 0 && (
        <div className={classes['desk']}>
          <dl className={classes['figures']}>
            <Figure label="Open" to="/tickets" value={formatNumber(data.open)} />
            <Figure
              label="Overdue"
              to="/tickets?mark=overdue"
              value={formatNumber(data.overdue)}
              bad={data.overdue > 0}
            />
            <Figure label="Without an agent" to="/tickets?agent=none" value={formatNumber(data.unassigned)} />
            <Figure label="Closed" to="/tickets?show=closed" value={formatNumber(data.closed)} />
          </dl>
          <StatusBars counts={data} />
        </div>
      )}
    </Card>
  );
}
