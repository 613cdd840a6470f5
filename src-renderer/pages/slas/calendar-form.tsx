import { Select } from '@mantine/core';
import type { CalendarRecord } from '../../../src-shared/api/slas.ts';
import { client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import { checkLine } from '../../components/form/checks.ts';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { checkHolidays, readHolidays } from './calendar-holidays.ts';
import { checkHours, readHours, type TypedHours, typedHoursOf } from './calendar-hours.ts';
import { CalendarHoursField } from './calendar-hours-field.tsx';

export interface CalendarValues {
  readonly name: string;
  readonly zone: string;
  readonly hours: TypedHours;
  /** One a line. */
  readonly holidays: string;
}

export const calendarForm: DeskForm<CalendarValues, CalendarRecord> = {
  kind: 'calendar',
  labels: { name: 'Name', zone: 'Time zone', hours: 'Working hours', holidays: 'Holidays' },
  checks: {
    name: checkLine(100, 'A calendar needs a name.'),
    hours: checkHours,
    holidays: checkHolidays,
  },
  valuesOf: ({ name, zone, hours, holidays }) => ({
    ...{ name, zone, hours: typedHoursOf(hours), holidays: holidays.join('\n') },
  }),
  Fields: CalendarFields,
  update: ({ changes: { hours, holidays, ...changes }, ...input }) =>
    client.calendars.update({
      ...input,
      changes: {
        ...changes,
        ...(hours !== undefined && { hours: readHours(hours) }),
        ...(holidays !== undefined && { holidays: readHolidays(holidays) }),
      },
    }),
};

const day = '09:00–17:00';
const empty: CalendarValues = {
  name: '',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: '', sunday: '' },
  holidays: '',
};

const zones = Intl.supportedValuesOf('timeZone');

export function NewCalendar({ onClose }: NewRecordProps) {
  return (
    <NewRecordForm
      form={calendarForm}
      empty={empty}
      create={({ name, zone, hours, holidays }) =>
        client.calendars.create({ name, zone, hours: readHours(hours), holidays: readHolidays(holidays) })
      }
      onClose={onClose}
    />
  );
}

function CalendarFields({ form }: DeskFieldsProps<CalendarValues, CalendarRecord>) {
  const { values, labels, draft } = form;
  const { zone, hours } = values;
  return (
    <>
      <TextField form={form} name="name" required autoFocus />
      <Select
        label={labels.zone}
        allowDeselect={false}
        searchable
        limit={100}
        nothingFoundMessage="No such zone"
        data={zones.includes(zone) ? zones : [zone, ...zones]}
        value={zone}
        onChange={(chosen) => {
          if (chosen !== null) draft.set({ zone: chosen });
        }}
      />
      <CalendarHoursField hours={hours} onChange={(changed) => draft.set({ hours: changed })} />
      <TextField
        form={form}
        name="holidays"
        long
        description="Days on which nobody works, one a line, such as 2026-12-25. Paste a whole list if you have one."
      />
    </>
  );
}
