import { z } from 'zod';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { actorOf } from '../../domain/actor.ts';
import { noteText, recordId } from '../arguments.ts';
import { defineWriteTool } from '../define-tool.ts';
import { count, id, idOrNull, moment, name } from '../records.ts';
import { toIso } from '../timestamp.ts';

const secondsPerHour = 3600;
const wrongHours = 'Must be a number of hours above 0 (at least a second, about 0.0003) and at most 24, such as 1.5.';

const hoursArgument = z
  .number({ error: wrongHours })
  .refine((hours) => Math.round(hours * secondsPerHour) >= 1 && hours <= 24, wrongHours)
  .meta({ exclusiveMinimum: 0, maximum: 24 });

export const logTime = defineWriteTool({
  name: 'log_time',
  title: 'Log Time',
  description:
    'Add work that was just done to the timesheet of the agent you act for. With ticket_id it is also written into the history of that ticket, as a private entry.',
  since: '2.204',
  offered: { default: 'listed', agent: 'listed', user: 'no' },
  scopes: ['edit:timesheets', 'editMine:timesheets'],
  needs: { area: 'time', level: 'edit' },
  forAgentsOnly: true,
  input: () =>
    z.strictObject({
      hours: hoursArgument.describe('How long, in hours with decimals: 0.25 is a quarter of an hour.'),
      note: noteText.describe('What was done.'),
      // Ours: Halo's own tool logs to the timesheet alone.
      ticket_id: recordId('The number of the ticket that it was done for.').optional(),
    }),
  output: z.strictObject({
    id: id.describe('The id of the timesheet entry.'),
    agent_name: name,
    ticket_id: idOrNull,
    seconds: count,
    start_date: moment,
    end_date: moment,
  }),
  run: ({ hours, note, ticket_id }, { desk, viewer, principal, now }) => {
    if (principal.kind !== 'agent') throw new AppError('not_allowed', 'Only agents have a timesheet.');
    const seconds = Math.round(hours * secondsPerHour);
    const entry = { agentId: principal.agentId, ticketId: ticket_id, seconds, note, by: actorOf(principal), at: now };
    return {
      id: desk.tickets.logTime(viewer, entry),
      agent_name: principal.name,
      ticket_id: ticket_id ?? null,
      seconds,
      start_date: toIso(now - seconds * 1000),
      end_date: toIso(now),
    };
  },
});
