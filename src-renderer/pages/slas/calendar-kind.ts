import type { CalendarRecord } from '../../../src-shared/api/slas.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { CalendarDetails } from './calendar-details.tsx';
import { calendarForm, type CalendarValues } from './calendar-form.tsx';

export const calendarKind: DeskKind<CalendarRecord, CalendarValues> = {
  kind: 'calendar',
  one: 'Calendar',
  many: 'Calendars',
  list: 'Working calendars',
  path: '/calendars',
  query: (id) => api.calendars.get.queryOptions({ input: { id } }),
  titleOf: ({ name }) => name,
  Details: CalendarDetails,
  form: calendarForm,
};
