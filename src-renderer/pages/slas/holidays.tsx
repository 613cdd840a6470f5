import { describeHoliday, groupByYear } from './calendar-holidays.ts';
import classes from './slas.module.css';

/** The days on which nobody works, year by year; this year's and the next one's are open. */
export function Holidays({ days }: { readonly days: readonly string[] }) {
  const now = new Date().getFullYear();
  return (
    <section className={classes['section']} aria-label="Holidays">
      <h2>Holidays</h2>
      {days.length === 0 && <p className={classes['dim']}>None: every day of the week counts as shown.</p>}
      {groupByYear(days).map(([year, list]) => (
        <details key={year} className={classes['year']} open={Number(year) === now || Number(year) === now + 1}>
          <summary>
            {year} <span className={classes['dim']}>{list.length === 1 ? '1 day' : `${list.length} days`}</span>
          </summary>
          <ul>
            {list.map((day) => (
              <li key={day}>{describeHoliday(day)}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
