import type { FileReference, ImportDetails, ImportView } from '../../../src-shared/api/imports.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { type ImportKind, importPlan } from '../../../src-shared/domain/import-plan.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { ImportRow } from '../../db/repositories/import-repository.ts';
import { principalLabel } from '../../domain/principal.ts';
import { describeFields } from '../../importing/kinds/describe-fields.ts';
import { writeRefusals } from '../../importing/refusals-csv.ts';
import { os } from '../implementer.ts';
import type { DoorCore, RouteContext } from '../route-context.ts';
import { optional } from '../row-values.ts';

const refusalsShown = 20;

export const importRoutes = {
  fields: os.imports.fields.handler(({ input }) => describeFields(input.kind)),
  inspect: os.imports.inspect.handler(({ context, input }) => {
    return context.core.imports.inspect(referenceIn(context, input), input.kind, input.format);
  }),
  preview: os.imports.preview.handler(({ context, input }) => {
    return context.core.imports.preview(referenceIn(context, input), input.plan);
  }),
  start: os.imports.start.handler(async ({ context, input }) => {
    const { core } = context;
    const actor = principalLabel(core.access.principalByEmail(undefined));
    const id = await core.imports.start(referenceIn(context, input), input.plan, { dryRun: input.dryRun, actor });
    return view(core, core.imports.get(id));
  }),
  list: os.imports.list.handler(({ context: { core }, input: { limit, offset } }) => {
    const { rows, total } = core.imports.list(limit, offset);
    return { rows: rows.map((row) => view(core, row)), total, offset };
  }),
  get: os.imports.get.handler(({ context: { core }, input: { id } }) => details(core, core.imports.get(id))),
  cancel: os.imports.cancel.handler(({ context: { core }, input: { id } }) => {
    core.imports.cancel(id);
    return view(core, core.imports.get(id));
  }),
  takeBack: os.imports.takeBack.handler(({ context: { core }, input: { id } }) => {
    core.imports.takeBack(id);
    return view(core, core.imports.get(id));
  }),
  refusals: os.imports.refusals.handler(({ context: { core }, input: { id, limit, offset } }) => {
    const { refused } = core.imports.get(id);
    return { rows: core.imports.listRefusals(id, limit, offset), total: refused, offset };
  }),
  exportRefusals: os.imports.exportRefusals.handler(({ context: { core }, input: { id, limit, offset } }) => {
    const { refused } = core.imports.get(id);
    const csv = writeRefusals(core.imports.listRefusals(id, limit, offset), offset === 0);
    return { csv, ...optional('next', offset + limit < refused ? offset + limit : undefined) };
  }),
  mappings: {
    list: os.imports.mappings.list.handler(({ context: { core } }) => core.imports.mappings.list()),
    save: os.imports.mappings.save.handler(({ context: { core, actor }, input: { name, plan } }) => {
      return core.imports.mappings.save(name, plan, actor);
    }),
    remove: os.imports.mappings.remove.handler(({ context: { core, actor }, input: { id } }) => {
      return core.imports.mappings.remove(id, actor);
    }),
  },
};

function referenceIn(
  { mayOpenFiles }: RouteContext,
  input: FileReference & { kind?: ImportKind | undefined },
): FileReference {
  if ('file' in input) return { file: input.file };
  if (mayOpenFiles === true) return { path: input.path };
  throw new AppError(
    'not_allowed',
    'Only commands on this machine may name a file by its path. Send the file instead.',
  );
}

function view(core: DoorCore, row: ImportRow): ImportView {
  const { id, kind, source, fileName, dryRun, state, actor, startedAt, finishedAt, error, bytesRead, bytesTotal } = row;
  const { read, created, updated, unchanged, refused, leftOut } = row;
  return {
    ...{ id, kind: kind as ImportKind, source, fileName, dryRun: dryRun === 1, state, actor, bytesRead, bytesTotal },
    counts: { read, created, updated, unchanged, refused, leftOut },
    startedAt: toTimestamp(startedAt),
    ...optional('finishedAt', finishedAt === null ? undefined : toTimestamp(finishedAt)),
    ...optional('error', error ?? undefined),
    ...optional('secondsLeft', state === 'running' ? judgeTimeLeft(row, core.ports.now()) : undefined),
    canTakeBack: core.imports.canTakeBack(row),
  };
}

/** By how much of the file was read in the time so far; undefined while that says little. */
function judgeTimeLeft({ startedAt, bytesRead, bytesTotal }: ImportRow, now: number): number | undefined {
  const elapsed = now - startedAt;
  const share = bytesTotal === 0 ? 0 : Math.min(1, bytesRead / bytesTotal);
  if (elapsed < 1000 || share < 0.01) return undefined;
  return Math.ceil((elapsed * (1 - share)) / share / 1000);
}

function details(core: DoorCore, row: ImportRow): ImportDetails {
  const made = JSON.parse(row.made) as [string, number][];
  const remarks = JSON.parse(row.remarks) as [string, number][];
  return {
    ...view(core, row),
    plan: importPlan.parse(JSON.parse(row.plan)),
    made: made.map(([table, count]) => ({ what: labelOf(table), count })),
    remarks: remarks.map(([text, count]) => ({ text, count })),
    refusals: core.imports.listRefusals(row.id, refusalsShown, 0),
    kept: row.kept,
  };
}

const labels: Readonly<Record<string, string>> = {
  desk_action: 'History entry',
  desk_ticket_field: 'Custom field of a ticket',
  desk_field: 'Custom field',
  desk_article_in_list: 'Article in a list',
  desk_asset_field: 'Detail of an asset',
  desk_agent_team: 'Agent in a team',
};

/** `desk_ticket_type` is a "Ticket type". */
function labelOf(table: string): string {
  const words = table.replace(/^desk_/, '').replaceAll('_', ' ');
  return labels[table] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
