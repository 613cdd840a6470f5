import { z } from 'zod';
import { findHoursProblem, isDay, type Weekday, weekdays } from '../domain/working-week.ts';
import { procedure } from './procedure.ts';
import { line, listInput, listOutput, recordId, reference, revision, updateInput } from './record-list.ts';
import { timestamp } from './timestamp.ts';

export const slaSorts = ['name', 'id', 'calendar', 'types'] as const;
export const calendarSorts = ['name', 'id', 'zone', 'slas'] as const;

/** Working time: ten thousand hours at most. */
const seconds = z.int().min(60).max(36_000_000);

const slaRow = z.object({
  id: z.int(),
  name: z.string(),
  calendar: reference,
  /** How many ticket types it is for. */
  types: z.int(),
  /** For how many priorities it promises something. */
  targets: z.int(),
});

const sla = slaRow.omit({ targets: true }).extend({
  /** The most urgent first. Nothing is promised for priorities that are not here. */
  targets: z.array(z.object({ priority: reference, respondSeconds: z.int(), fixSeconds: z.int() })),
  revision,
});

const targets = z
  .array(z.strictObject({ priorityId: recordId, respondSeconds: seconds, fixSeconds: seconds }))
  .max(200);
const slaChanges = { name: line(100), calendarId: recordId, targets };

const period = z.tuple([z.string(), z.string()]);
const periods = z
  .array(period)
  .max(24)
  .superRefine((list, context) => {
    const problem = findHoursProblem(list);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });
const hours = z.strictObject(
  Object.fromEntries(weekdays.map((day) => [day, periods])) as Record<Weekday, typeof periods>,
);
const holidays = z.array(z.string().refine(isDay, 'Must be a day such as 2026-12-25')).max(2000);

const calendarRow = z.object({
  id: z.int(),
  name: z.string(),
  /** Of the IANA list, such as Europe/London. */
  zone: z.string(),
  /** Minutes of work in a week without a holiday. */
  weekMinutes: z.int(),
  holidays: z.int(),
  slas: z.int(),
});

const calendar = calendarRow.omit({ holidays: true }).extend({ hours, holidays: z.array(z.string()), revision });
const calendarChanges = { name: line(100), zone: line(100), hours, holidays };

export type SlaListRow = z.infer<typeof slaRow>;
export type SlaRecord = z.infer<typeof sla>;
export type CalendarListRow = z.infer<typeof calendarRow>;
export type CalendarRecord = z.infer<typeof calendar>;

export const slasContract = {
  list: procedure.input(listInput(slaSorts, {})).output(listOutput(slaRow)),
  get: procedure.input(z.strictObject({ id: recordId })).output(sla),
  /** Promises that were given stay: what changes counts for tickets that are logged, or get another priority or type. */
  update: procedure.input(updateInput(z.object(slaChanges).partial().shape)).output(sla),
  create: procedure.input(z.strictObject(slaChanges).partial().required({ name: true, calendarId: true })).output(sla),
  /** When a ticket would be due, by the clock that tickets are given their due dates by. */
  preview: procedure
    .input(
      z.strictObject({
        calendarId: recordId,
        /** A day and a time of the calendar's zone. */
        day: z.string().refine(isDay, 'Must be a day such as 2026-12-25'),
        time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Must be a time such as 16:30'),
        targets,
      }),
    )
    .output(
      z.object({
        zone: z.string(),
        openedAt: timestamp,
        due: z.array(z.object({ priorityId: z.int(), respondByAt: timestamp, fixByAt: timestamp })),
      }),
    ),
};

export const calendarsContract = {
  list: procedure.input(listInput(calendarSorts, {})).output(listOutput(calendarRow)),
  get: procedure.input(z.strictObject({ id: recordId })).output(calendar),
  update: procedure.input(updateInput(z.object(calendarChanges).partial().shape)).output(calendar),
  create: procedure.input(z.strictObject(calendarChanges)).output(calendar),
};
