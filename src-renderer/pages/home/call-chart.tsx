import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import type { ActivityFigures } from '../../../src-shared/api/activity.ts';
import classes from './home.module.css';
import { formatNumber } from '../../components/format-number.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const exactClock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** Calls over time, failures at the foot; behind it the same as a table for who cannot see it. */
export function CallChart({ figures }: { readonly figures: ActivityFigures }) {
  const points = figures.buckets.map(({ at, calls, failed }) => ({ at, failed, ok: calls - failed }));
  return (
    <>
      <div aria-hidden>
        <BarChart
          responsive
          width="100%"
          height={140}
          data={points}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          barCategoryGap={1}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="at"
            tickFormatter={(at: string) => clock.format(new Date(at))}
            minTickGap={48}
            tick={{ fill: 'var(--mantine-color-dimmed)', fontSize: 11 }}
            tickLine={false}
            stroke="var(--line-strong)"
          />
          <YAxis
            width={36}
            allowDecimals={false}
            tickCount={4}
            tickFormatter={(calls: number) => formatNumber(calls)}
            tick={{ fill: 'var(--mantine-color-dimmed)', fontSize: 11 }}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--surface-hover)' }}
            wrapperClassName={classes['tip'] ?? ''}
            labelFormatter={(at) => (typeof at === 'string' ? exactClock.format(new Date(at)) : '')}
          />
          <Bar dataKey="failed" name="Failed" stackId="calls" fill="var(--state-bad)" isAnimationActive={false} />
          <Bar dataKey="ok" name="OK" stackId="calls" fill="var(--chart)" isAnimationActive={false} />
        </BarChart>
      </div>
      <table className="visually-hidden">
        <caption>Calls in steps of {figures.bucketSeconds} seconds, those without any left out</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Calls</th>
            <th scope="col">Failed</th>
          </tr>
        </thead>
        <tbody>
          {figures.buckets
            .filter(({ calls }) => calls > 0)
            .map(({ at, calls, failed }) => (
              <tr key={at}>
                <th scope="row">{exactClock.format(new Date(at))}</th>
                <td>{calls}</td>
                <td>{failed}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  );
}
