import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { api } from '../../api/client.ts';
import { describeMilliseconds } from '../../components/calls/describe-milliseconds.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Card } from './card.tsx';
import { Figure } from './figure.tsx';
import classes from './home.module.css';
import { formatNumber } from '../../components/format-number.ts';

const CallChart = lazy(async () => ({ default: (await import('./call-chart.tsx')).CallChart }));
const minutes = 15;

/** How much was called in the last quarter of an hour, and how long it took. */
export function CallFigures() {
  const { data, error } = useQuery(
    api.activity.figures.queryOptions({
      input: { minutes },
      placeholderData: keepPreviousData,
      // Without calls nothing is told, and yet the quarter of an hour moves on.
      refetchInterval: 15_000,
    }),
  );
  return (
    <Card title={`Calls in the last ${minutes} minutes`}>
      {error !== null && <ErrorState error={error} what="The figures could not be read" />}
      {data === undefined && <div className={classes['figures-to-come']} />}
      {data !== undefined && (
        <dl className={classes['figures']}>
          <Figure label="Calls" value={formatNumber(data.calls)} />
          <Figure label="Failed" value={formatNumber(data.failed)} bad={data.failed > 0} />
          <Figure label="Median" value={describe(data.p50)} />
          <Figure label="95th percentile" value={describe(data.p95)} />
        </dl>
      )}
      <div className={classes['chart']}>
        {data?.calls === 0 && <p className={classes['dim']}>No calls in the last {minutes} minutes.</p>}
        <Suspense>{data !== undefined && data.calls > 0 && <CallChart figures={data} />}</Suspense>
      </div>
    </Card>
  );
}

function describe(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '–' : describeMilliseconds(milliseconds);
}
