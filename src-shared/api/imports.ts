import { z } from 'zod';
import { formatChanges, importKinds, importPlan } from '../domain/import-plan.ts';
import { line } from './record-list.ts';
import { procedure } from './procedure.ts';
import { timestamp } from './timestamp.ts';

/** What is asked about a file that a page has sent (`PUT /import-files`), or, for commands of this machine alone, a path. */
function aboutFile<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.union([
    z.strictObject({ file: z.uuid(), ...shape }),
    z.strictObject({ path: z.string().min(1).max(4096), ...shape }),
  ]);
}

export type FileReference = { readonly file: string } | { readonly path: string };

/** In bytes, of a file that a page sends; a command may name a file of its machine of any size. */
export const largestImportFile = 4 * 1024 ** 3;

/** What a page gets for the body of `PUT /import-files?name=…`. */
export const uploadedFile = z.object({ file: z.uuid(), name: z.string(), bytes: z.int() });

export type UploadedFile = z.infer<typeof uploadedFile>;

export const importStates = ['running', 'finished', 'cancelled', 'failed', 'removing', 'removed'] as const;

export type ImportState = (typeof importStates)[number];

const fileFormat = z.object({
  kind: z.enum(['csv', 'json', 'jsonl', 'xlsx']),
  compression: z.enum(['none', 'gzip']),
  encoding: z.string(),
  delimiter: z.string().optional(),
  sheets: z.array(z.string()),
  sheet: z.string().optional(),
});

/** Rows of the file as read: text of each column, cut where it is long. */
const sampleRow = z.object({ row: z.int(), values: z.record(z.string(), z.string()), problem: z.string().optional() });

const column = z.object({
  name: z.string(),
  /** Of the rows looked at, how many have something here: 0 to 1. */
  filled: z.number(),
  samples: z.array(z.string()),
});

const inspection = z.object({
  name: z.string(),
  bytes: z.int(),
  format: fileFormat,
  /** What a person should know about the file, such as text that was decoded twice. */
  remarks: z.array(z.string()),
  columns: z.array(column),
  /** The first rows. */
  rows: z.array(sampleRow),
  plan: importPlan,
  /** What the guess is made for, such as "ServiceNow incidents"; absent when only the columns' names were compared. */
  recognized: z.string().optional(),
});

export type ImportInspection = z.infer<typeof inspection>;

const field = z.object({
  name: z.string(),
  label: z.string(),
  help: z.string(),
  read: z.enum(['text', 'when', 'flag', 'number', 'choice', 'lookup', 'list', 'entries']),
  /** What the name is looked up in, such as `status`. */
  lookup: z.string().optional(),
  /** What is done with unknown names unless the plan says otherwise. */
  missing: z.enum(['create', 'none', 'refuse']).optional(),
  /** For choices: the texts that the desk knows. */
  choices: z.array(z.string()),
  required: z.boolean(),
});

export type ImportField = z.infer<typeof field>;

const previewValue = z.object({
  value: z.string(),
  count: z.int(),
  outcome: z.enum(['existing', 'new', 'none', 'refused']),
  /** The name on the desk; absent where there is none. */
  becomes: z.string().optional(),
});

const rowValue = z.object({
  field: z.string(),
  label: z.string(),
  /** Of a date the text as it stands in the file. */
  text: z.string(),
  /** Of a date alone: the moment that the text is read as, null where it stands for no date. */
  at: timestamp.nullable().optional(),
});

const preview = z.object({
  /** How many rows the figures below stand for: the first of the file, at most 2,000. */
  rowsRead: z.int(),
  /** What has to be done before any row of this file can be taken: a sentence. */
  first: z.string().optional(),
  rows: z.array(
    z.object({
      row: z.int(),
      /** In the order of the kind's fields; only those that are filled. */
      values: z.array(rowValue),
      problems: z.array(z.string()),
    }),
  ),
  /** For each lookup and choice that is filled: the distinct texts, the most frequent first, at most 500. */
  lookups: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      values: z.array(previewValue),
      /** There are more than are listed. */
      more: z.boolean(),
      /** What can be chosen instead: names on the desk, at most 1,000. */
      known: z.array(z.string()),
    }),
  ),
  dates: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      format: z.string(),
      /** Day and month could as well be the other way round. */
      ambiguous: z.boolean(),
      candidates: z.array(z.string()),
      /** With a problem or `at`, as above. */
      examples: z.array(
        z.object({ text: z.string(), at: timestamp.nullable().optional(), problem: z.string().optional() }),
      ),
    }),
  ),
});

export type ImportPreview = z.infer<typeof preview>;

export const importCounts = z.object({
  /** Rows of the file; each of the others counts a part of them. */
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  /** Rows that the plan does not want. */
  leftOut: z.int(),
});

export type ImportCounts = z.infer<typeof importCounts>;

const importProgress = z.object({
  id: z.int(),
  state: z.enum(importStates),
  counts: importCounts,
  bytesRead: z.int(),
  bytesTotal: z.int(),
  /** Once there is enough to judge by. */
  secondsLeft: z.int().optional(),
});

const importView = importProgress.extend({
  kind: z.enum(importKinds),
  source: z.string(),
  fileName: z.string(),
  dryRun: z.boolean(),
  actor: z.string(),
  startedAt: timestamp,
  finishedAt: timestamp.optional(),
  /** Why it failed: a sentence. */
  error: z.string().optional(),
  /** It finished, and what it brought can be taken off the desk again. */
  canTakeBack: z.boolean(),
});

export type ImportView = z.infer<typeof importView>;

const refusal = z.object({
  row: z.int(),
  /** Its id in the file, when it has one. */
  externalId: z.string(),
  reason: z.string(),
  /** The row as read, cut. */
  text: z.string(),
});

export type ImportRefusal = z.infer<typeof refusal>;

const importDetails = importView.extend({
  plan: importPlan,
  /** New rows on the desk by what they are, such as "Category" 12. A dry run counts what would be made. */
  made: z.array(z.object({ what: z.string(), count: z.int() })),
  /** What did not refuse a row and should be known, such as links that lead nowhere. */
  remarks: z.array(z.object({ text: z.string(), count: z.int() })),
  /** The first twenty. */
  refusals: z.array(refusal),
  /** Rows that were taken back or could not be, because others use them; after `takeBack`, a cancel or a failure. */
  kept: z.int(),
});

export type ImportDetails = z.infer<typeof importDetails>;

const mapping = z.object({ id: z.uuid(), name: z.string(), plan: importPlan, savedAt: timestamp });

export type ImportMapping = z.infer<typeof mapping>;

const importId = z.strictObject({ id: z.int().positive() });

export const importsContract = {
  /** The fields of a kind that a column can fill, in their order. */
  fields: procedure.input(z.strictObject({ kind: z.enum(importKinds) })).output(z.array(field)),
  /**
   * What a file is, and a plan guessed from it; for the kind that is given, or else for the likeliest. The plan carries
   * the changes of the format, by which columns and rows are read.
   */
  inspect: procedure
    .input(aboutFile({ kind: z.enum(importKinds).optional(), format: formatChanges.optional() }))
    .output(inspection),
  preview: procedure.input(aboutFile({ plan: importPlan })).output(preview),
  /** Only one runs at a time. A dry run reads everything against the desk as it is and writes nothing there. */
  start: procedure.input(aboutFile({ plan: importPlan, dryRun: z.boolean().default(false) })).output(importView),
  /** The latest first. */
  list: procedure
    .input(z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(z.object({ rows: z.array(importView), total: z.int(), offset: z.int() })),
  get: procedure.input(importId).output(importDetails),
  /** Answers when it has begun to stop; what was brought so far is then taken off the desk. */
  cancel: procedure.input(importId).output(importView),
  /** Takes everything of a finished import off the desk again; what it updated becomes what it was. */
  takeBack: procedure.input(importId).output(importView),
  refusals: procedure
    .input(importId.extend({ offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(z.object({ rows: z.array(refusal), total: z.int(), offset: z.int() })),
  /** A stretch of the refused rows as CSV that no spreadsheet takes for formulas; the first has the header. */
  exportRefusals: procedure
    .input(importId.extend({ offset: z.int().min(0), limit: z.int().min(1).max(5000) }))
    .output(z.object({ csv: z.string(), next: z.int().optional() })),
  mappings: {
    list: procedure.output(z.array(mapping)),
    /** Under a name that is taken, the old one is replaced. */
    save: procedure.input(z.strictObject({ name: line(100), plan: importPlan })).output(mapping),
    remove: procedure.input(z.strictObject({ id: z.uuid() })).output(mapping),
  },
};
