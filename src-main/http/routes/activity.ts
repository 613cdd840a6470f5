import type { ActivityFilter } from '../../../src-shared/api/activity.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { CallFilter } from '../../db/repositories/activity-filter.ts';
import type { FoundCalls } from '../../db/repositories/activity-query.ts';
import { describeCalls, describeChange, describeWholeCalls } from '../describe-call.ts';
import { csvHeader, toCsvLine, toJsonLine } from '../export-calls.ts';
import { os } from '../implementer.ts';
import type { DoorCore } from '../route-context.ts';

const mostRows = 200;
const exportedAtOnce = 250;

export const activityRoutes = {
  list: os.activity.list.handler(async ({ context: { core }, input }) => {
    const found = await find(core, input);
    return { ...pageOf(found), calls: describeCalls(core.activity.listLines(found.ids), core) };
  }),
  read: os.activity.read.handler(async ({ context: { core }, input }) => {
    const found = await find(core, input);
    return { ...pageOf(found), calls: describeWholeCalls(core.activity.listCalls(found.ids), core) };
  }),
  get: os.activity.get.handler(({ context: { core }, input: { id } }) => {
    const call = core.activity.find(id);
    const [view] = call === undefined ? [] : describeWholeCalls([call], core);
    if (call === undefined || view === undefined) throw new AppError('not_found', `There is no call with id ${id}.`);
    const { changed } = view;
    return {
      ...view,
      rows:
        call.changeSetId === null
          ? []
          : core.changes.listRows(call.changeSetId, mostRows).map((row) => describeChange(row, core)),
      rowsTotal: changed === undefined ? 0 : changed.inserted + changed.updated + changed.deleted,
      ...core.activity.findNeighbours(id),
    };
  }),
  figures: os.activity.figures.handler(async ({ context: { core }, input: { minutes } }) => {
    const bucketSeconds = bucketWidth(minutes);
    const to = core.ports.now() + 1;
    const from = to - minutes * 60_000;
    const figures = await core.readers.run('callFigures', { from, to, bucketMilliseconds: bucketSeconds * 1000 });
    return {
      ...figures,
      bucketSeconds,
      buckets: figures.buckets.map((bucket) => ({ ...bucket, at: toTimestamp(bucket.at) })),
    };
  }),
  facets: os.activity.facets.handler(async ({ context: { core } }) => {
    const { tools, applications, principals, clients, errors } = await core.readers.run('callFacets', undefined);
    const names = new Map(core.access.applications.list().map(({ id, name }) => [id, name]));
    return {
      ...{ tools, clients, errors },
      applications: applications.map((id) => {
        const name = names.get(id);
        return { id, ...(name !== undefined && { name }) };
      }),
      principals: principals.map((label) => core.access.describePrincipal(label)),
    };
  }),
  export: os.activity.export.handler(async ({ context: { core }, input: { format, before, ...filter } }) => {
    const found = await find(core, { ...filter, before, limit: exportedAtOnce });
    const calls = describeWholeCalls(core.activity.listCalls(found.ids), core);
    const header = format === 'csv' && before === undefined ? csvHeader : '';
    const text = header + calls.map(format === 'csv' ? toCsvLine : toJsonLine).join('');
    return { text, calls: calls.length, ...(found.next !== undefined && { next: found.next }) };
  }),
};

interface Wanted extends ActivityFilter {
  readonly before?: number | undefined;
  readonly limit: number;
}

async function find(core: DoorCore, { before, limit, from, to, ...rest }: Wanted): Promise<FoundCalls> {
  const filter: CallFilter = {
    ...rest,
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
  };
  return core.readers.run('findCalls', { filter, before, limit });
}

function pageOf({ next, total }: FoundCalls) {
  return { total, ...(next !== undefined && { next }) };
}

/** Some sixty points, of a width that people can name. */
function bucketWidth(minutes: number): number {
  const widths = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800];
  return widths.find((seconds) => (minutes * 60) / seconds <= 60) ?? 1800;
}
