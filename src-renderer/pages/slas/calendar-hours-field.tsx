import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Weekday, weekdays } from '../../../src-shared/domain/working-week.ts';
import { FieldSpan } from '../../components/form/field-grid.tsx';
import { describePeriods, findDayProblem, parsePeriods, type TypedHours, weekdayNames } from './calendar-hours.ts';
import { DayBar, DayScale } from './day-bar.tsx';
import classes from './slas.module.css';

interface Props {
  readonly hours: TypedHours;
  readonly onChange: (hours: TypedHours) => void;
}

/** A week's working hours, typed day by day beside a picture of them. */
export function CalendarHoursField({ hours, onChange }: Props) {
  const put = (day: Weekday, text: string): void => onChange({ ...hours, [day]: text });
  const copyMonday = (): void => {
    const { monday } = hours;
    onChange({ ...hours, tuesday: monday, wednesday: monday, thursday: monday, friday: monday });
  };
  return (
    <FieldSpan>
      <div className={classes['hours-head']}>
        <h2>Working hours</h2>
        <Button variant="default" size="compact-xs" onClick={copyMonday}>
          Monday’s hours until Friday
        </Button>
      </div>
      <div className={classes['week']} data-edit>
        <span />
        <span />
        <DayScale />
        {weekdays.map((day) => (
          <DayInput key={day} day={day} text={hours[day]} onChange={(text) => put(day, text)} />
        ))}
      </div>
      <p className={classes['dim']}>
        Such as 9–17, or 09:00–12:30, 13:00–17:00 with a break; empty for a day without work. Until midnight is 24:00.
      </p>
    </FieldSpan>
  );
}

interface DayProps {
  readonly day: Weekday;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function DayInput({ day, text, onChange }: DayProps) {
  const [left, setLeft] = useState(false);
  const periods = parsePeriods(text);
  const problem = findDayProblem(text);
  const id = `hours-${day}`;
  return (
    <>
      <label htmlFor={id}>{weekdayNames[day]}</label>
      <TextInput
        id={id}
        placeholder="No work"
        value={text}
        error={left ? problem : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => {
          setLeft(true);
          if (periods !== undefined && problem === undefined) onChange(describePeriods(periods));
        }}
      />
      <DayBar periods={problem === undefined ? (periods ?? []) : []} />
    </>
  );
}
