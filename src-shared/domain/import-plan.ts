import { z } from 'zod';

/** What can be imported, in the order in which a whole desk is best brought in. */
export const importKinds = ['client', 'agent', 'user', 'service', 'asset', 'article', 'ticket', 'action'] as const;

export type ImportKind = (typeof importKinds)[number];

/** What becomes of one text of a column: another name, nothing, or a refusal of the row. */
export const valueTarget = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('name'), name: z.string().trim().min(1).max(400) }),
  z.strictObject({ as: z.literal('none') }),
  z.strictObject({ as: z.literal('refuse') }),
]);

export type ValueTarget = z.infer<typeof valueTarget>;

/** What to do with a name that the desk does not know: make it, leave the field empty, or refuse the row. */
export const missingChoices = ['create', 'none', 'refuse'] as const;

export type MissingChoice = (typeof missingChoices)[number];

const columnName = z.string().min(1).max(400);

/** Where one field of the desk comes from. */
export const fieldPlan = z.strictObject({
  /** The column's header; `priority.name` is a key within a nested object. */
  column: columnName.optional(),
  /** Used where the column has nothing, or there is no column. */
  constant: z.string().max(10_000).optional(),
  /** One of the formats that the preview offers; without it each text is read by what it looks like. */
  dateFormat: z.string().max(60).optional(),
  /** An IANA zone for moments that name none; UTC without it. */
  zone: z.string().max(60).optional(),
  /** By the text as it stands in the file, without blanks around it. */
  values: z.record(z.string().max(1000), valueTarget).optional(),
  missing: z.enum(missingChoices).optional(),
  /** For yes and no: a number from here on is yes. */
  atLeast: z.number().optional(),
  /** The value is the key of another record of the same file (Django fixtures): which one, and what of it counts. */
  via: z
    .array(z.strictObject({ model: columnName, take: columnName }))
    .max(4)
    .optional(),
});

export type FieldPlan = z.infer<typeof fieldPlan>;

/** A custom field of tickets, or a detail of an asset, is named by its label behind this. */
export const customPrefix = 'custom:';

/** What the reader found out about a file and a person may know better. */
export const formatChanges = z.strictObject({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  sheet: z.string().max(200).optional(),
});

export type FormatChanges = z.infer<typeof formatChanges>;

/** How a file becomes records of the desk; what a saved mapping holds, beside its name. */
export const importPlan = z.strictObject({
  kind: z.enum(importKinds),
  /** Whose ids the file's are: the same source and id is the same record, whichever file it comes in. */
  source: z.string().trim().min(1).max(100),
  /** By the name of the field, or `custom:` and a label. */
  columns: z
    .record(z.string().min(1).max(120), fieldPlan)
    .refine((columns) => Object.keys(columns).length <= 300, 'At most 300 fields can be filled.'),
  /** Only rows whose column has one of these texts; the others are left out, which is no refusal. */
  only: z
    .array(z.strictObject({ column: columnName, values: z.array(z.string().max(400)).min(1).max(100) }))
    .max(5)
    .optional(),
  format: formatChanges.optional(),
});

export type ImportPlan = z.infer<typeof importPlan>;
