import { z } from 'zod';

/** A record that is pointed at: its id, and the name that people know it by. */
export const reference = z.object({ id: z.int(), name: z.string() });

export type Reference = z.infer<typeof reference>;

export const recordId = z.int().positive();

/** What every list call takes; `filters` and the sortable columns are each list's own. */
export function listInput<Sort extends string, Filters extends z.ZodRawShape>(
  sorts: readonly [Sort, ...Sort[]],
  filters: Filters,
) {
  return z.strictObject({
    ...filters,
    search: z.string().max(400).optional(),
    sort: z.enum(sorts),
    descending: z.boolean(),
    offset: z.int().min(0).max(1_000_000_000),
    limit: z.int().min(1).max(200),
  });
}

/** One stretch of a list, from `offset` on; `total` counts the rows on all of them. */
export function listOutput<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), total: z.int(), offset: z.int() });
}

/** To be handed back with an update: what others changed since then is told instead of overwritten. */
export const revision = z.int().min(0);

/** An update names only what changes. */
export function updateInput<Changes extends z.ZodRawShape>(changes: Changes) {
  return z.strictObject({ id: recordId, revision, changes: z.strictObject(changes) });
}

/** One line of text that must not be empty. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'Must not be empty')
    .max(max)
    .regex(/^[^\n\r\0]*$/, 'Must be one line');
}

/** One line of text that may be empty. */
export function optionalLine(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\n\r\0]*$/, 'Must be one line');
}

export const emailAddress = z.email('Must be an email address').max(254);
export const longText = z.string().max(200_000);
export const noteText = z.string().trim().min(1, 'Must not be empty').max(50_000);
