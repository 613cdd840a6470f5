import { minutesOf, type WorkingPeriod } from '../../../src-shared/domain/working-week.ts';
import classes from './slas.module.css';

/** A day from midnight to midnight, with its working hours filled in. The hours stand beside it as text. */
export function DayBar({ periods }: { readonly periods: readonly WorkingPeriod[] }) {
  return (
    <div className={classes['day-bar']} aria-hidden>
      {periods.map(([from, to]) => (
        <div
          key={from}
          className={classes['day-work']}
          style={{ left: share(minutesOf(from)), width: share(minutesOf(to) - minutesOf(from)) }}
        />
      ))}
    </div>
  );
}

/** Names the hours of the bars below. */
export function DayScale() {
  return (
    <div className={classes['day-scale']} aria-hidden>
      {[0, 6, 12, 18, 24].map((hour) => (
        <span key={hour} style={{ left: share(hour * 60) }}>
          {hour}
        </span>
      ))}
    </div>
  );
}

function share(minutes: number): string {
  return `${(minutes / 1440) * 100}%`;
}
