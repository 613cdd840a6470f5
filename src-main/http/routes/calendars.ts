import type { CalendarListRow, CalendarRecord } from '../../../src-shared/api/slas.ts';
import { type WorkingHours, weekdays, workingMinutes } from '../../../src-shared/domain/working-week.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import { readNumber, readText } from '../row-values.ts';

const page = 'Working calendars';

export const calendarRoutes = {
  list: os.calendars.list.handler(({ context, input }) => listRecords(context, 'calendars', input, viewRow)),
  get: os.calendars.get.handler(({ context, input }) => view(context, input.id)),
  update: os.calendars.update.handler(({ context, input: { id, revision, changes } }) => {
    editDesk(context, page, ({ at }) => context.core.desk.setup.calendars.update(id, revision, changes, at));
    return view(context, id);
  }),
  create: os.calendars.create.handler(({ context, input }) => {
    const { calendars } = context.core.desk.setup;
    return view(
      context,
      editDesk(context, page, ({ at }) => calendars.create(input, at)),
    );
  }),
};

function view({ core: { desk } }: RouteContext, id: number): CalendarRecord {
  const row = desk.records.get('calendar', id);
  return {
    ...viewRow(desk.records.getListed('calendars', 'calendar', id)),
    hours: copyHours(readHours(row)),
    holidays: JSON.parse(readText(row, 'holidays')) as string[],
    revision: desk.records.revision(),
  };
}

function viewRow(row: Row): CalendarListRow {
  return {
    id: readNumber(row, 'id'),
    name: readText(row, 'name'),
    zone: readText(row, 'zone'),
    weekMinutes: workingMinutes(readHours(row)),
    holidays: readNumber(row, 'holidays'),
    slas: readNumber(row, 'slas'),
  };
}

/** Calendars need not name the days on which nobody works. */
function readHours(row: Row): WorkingHours {
  const stored = JSON.parse(readText(row, 'hours')) as Partial<WorkingHours>;
  return Object.fromEntries(weekdays.map((day) => [day, stored[day] ?? []])) as unknown as WorkingHours;
}

/** The contract's lists may be written to. */
function copyHours(hours: WorkingHours): CalendarRecord['hours'] {
  return Object.fromEntries(
    weekdays.map((day) => [day, hours[day].map(([from, to]) => [from, to])]),
  ) as unknown as CalendarRecord['hours'];
}
