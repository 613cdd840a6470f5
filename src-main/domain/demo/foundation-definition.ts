import { z } from 'zod';
import { outcomeSchema, workflowSchema } from './workflow-definition.ts';

const name = z.string().min(1);
const level = z.enum(['none', 'read', 'edit']);
const flag = z.boolean().default(false);
const hours = z.array(z.tuple([z.string(), z.string()]));
/** Working time as people say it: '30m', '8h'. */
const duration = z
  .string()
  .regex(/^\d+[mh]$/)
  .transform((text) => Number.parseInt(text, 10) * (text.endsWith('h') ? 3600 : 60));

/** What any desk needs before it can hold a ticket; shared by the demo desk and the empty one. */
export const foundationSchema = z.strictObject({
  calendars: z.array(
    z.strictObject({
      name,
      zone: z.string(),
      hours: z.strictObject({
        monday: hours.default([]),
        tuesday: hours.default([]),
        wednesday: hours.default([]),
        thursday: hours.default([]),
        friday: hours.default([]),
        saturday: hours.default([]),
        sunday: hours.default([]),
      }),
      holidays: z.array(z.array(z.string().regex(/^\d{4}-\d\d-\d\d$/))).default([]),
    }),
  ),
  priorities: z.array(name),
  slas: z.array(
    z.strictObject({
      name,
      calendar: name,
      targets: z.record(name, z.strictObject({ respond: duration, fix: duration })),
    }),
  ),
  statuses: z.array(
    z.strictObject({ id: z.int().positive(), name, kind: z.enum(['open', 'closed']), holds_sla: flag }),
  ),
  teams: z.array(name),
  roles: z.array(
    z.strictObject({
      name,
      administrator: flag,
      tickets: level,
      articles: level,
      customers: level,
      assets: level,
      time: level,
      sees: z.enum(['all', 'teams', 'own']),
    }),
  ),
  ticket_types: z.array(
    z.strictObject({
      name,
      itil_kind: z.enum(['incident', 'request', 'change', 'problem', 'other']),
      sla: name,
      priority: name,
      team: name.optional(),
      initial_status: name.default('New'),
      closed_status: name.default('Closed'),
      reopen_status: name.optional(),
      users_can_log: flag,
      is_default: flag,
      fields: z.array(z.strictObject({ field: name, required: flag })).default([]),
    }),
  ),
  fields: z.array(
    z.strictObject({
      name,
      label: name,
      kind: z.enum(['text', 'long_text', 'number', 'date', 'choice', 'yes_no']),
      choices: z.array(z.string()).default([]),
    }),
  ),
  categories: z.array(name),
  asset_types: z.array(name),
  outcomes: z.array(outcomeSchema),
  workflows: z.array(workflowSchema),
});

export type FoundationDefinition = z.infer<typeof foundationSchema>;
