import type { CalendarRecord } from '../../../src-shared/api/slas.ts';
import { weekdays } from '../../../src-shared/domain/working-week.ts';
import { describeDuration } from '../../components/describe-duration.ts';
import { Properties } from '../../components/record/properties.tsx';
import { UsedBy } from '../../components/setup/used-by.tsx';
import { describePeriods, weekdayNames } from './calendar-hours.ts';
import { DayBar, DayScale } from './day-bar.tsx';
import { Holidays } from './holidays.tsx';
import classes from './slas.module.css';

export function CalendarDetails({ record }: { readonly record: CalendarRecord }) {
  const { id, name, zone, hours, weekMinutes, holidays } = record;
  return (
    <>
      <Properties
        list={[
          ['Time zone', zone],
          ['Working time', `${describeDuration(weekMinutes * 60)} a week`],
        ]}
      />
      <section className={classes['section']} aria-label="Working hours">
        <h2>Working hours</h2>
        <div className={classes['week']}>
          <span />
          <span />
          <DayScale />
          {weekdays.map((day) => (
            <div key={day} className={classes['week-row']}>
              <span>{weekdayNames[day]}</span>
              <span className={hours[day].length === 0 ? classes['dim'] : undefined}>
                {hours[day].length === 0 ? 'No work' : describePeriods(hours[day])}
              </span>
              <DayBar periods={hours[day]} />
            </div>
          ))}
        </div>
      </section>
      <Holidays days={holidays} />
      <UsedBy kind="calendar" id={id} name={name} />
    </>
  );
}
