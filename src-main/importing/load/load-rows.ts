import type { ImportPlan } from '../../../src-shared/domain/import-plan.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { CommittedChangeSet } from '../../db/change-sets.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import { translateSqliteError } from '../../db/sqlite-errors.ts';
import type { Traffic } from '../../domain/traffic.ts';
import type { ImportRepository } from '../../db/repositories/import-repository.ts';
import type { RowBatch } from '../thread/thread-messages.ts';
import type { MappedRow, Refusal } from '../map/mapped-row.ts';
import type { DeskAccess } from './desk-access.ts';
import { createDeskTarget, createRecordBook } from './desk-target.ts';
import { createDryRecords, createDryTarget, type DryRecords } from './dry-target.ts';
import { ticketsFirst } from './find-ticket.ts';
import { createLinkResolver } from './resolve-links.ts';
import { joinIndexes } from './join-indexes.ts';
import { createPace } from './pace.ts';
import { createRowWriter } from './row-writers.ts';
import type { Tally } from './tally.ts';
import { createSlices } from './write-slices.ts';

interface Load {
  readonly database: WorkbenchDatabase;
  readonly traffic: Traffic;
  readonly imports: ImportRepository;
  readonly desk: DeskAccess;
  readonly importId: number;
  readonly plan: ImportPlan;
  /** Undefined for a dry run. */
  readonly changeSet: CommittedChangeSet | undefined;
  readonly batches: AsyncIterable<RowBatch>;
  readonly tally: Tally;
  readonly signal: AbortSignal;
  readonly now: number;
}

const longestReason = 500;

/** Brings the rows onto the desk. Whatever throws in between leaves what was brought so far to be removed. */
export async function loadRows(load: Load): Promise<void> {
  if (load.changeSet !== undefined) return takeRows(load, undefined);
  const dry = createDryRecords(load.desk.records, load.plan.source);
  try {
    await takeRows(load, dry);
  } finally {
    dry.close();
  }
}

async function takeRows(load: Load, dry: DryRecords | undefined): Promise<void> {
  const { imports, desk, importId, plan, changeSet, batches, tally, signal, now } = load;
  const slices = createSlices(load, changeSet, signal);
  const { writer, records } = { writer: desk.writer.forImport(importId), records: desk.records };
  const isDry = dry !== undefined;
  const source = plan.source;
  const write = createRowWriter({
    ...{ plan, now, lookups: desk.lookups, remark: tally.remark },
    target: isDry ? createDryTarget(desk.writer, tally.made) : createDeskTarget(writer, desk.writer.listBy, tally.made),
    records: dry ?? createRecordBook(records, writer, { importId, source }),
  });
  let withoutTicket = 0;

  const refuse = (refusal: Refusal): void => {
    tally.count('refused');
    imports.refuse(importId, { ...refusal, reason: refusal.reason.slice(0, longestReason) });
  };
  const take = (mapped: MappedRow): void => {
    const { row, externalId, text } = mapped;
    try {
      const outcome = write(mapped);
      if (typeof outcome === 'string') return tally.count(outcome);
      if (outcome.lacks === 'ticket') withoutTicket += 1;
      refuse({ row, externalId, reason: outcome.refused, text });
    } catch (thrown) {
      const error = translateSqliteError(thrown);
      if (error instanceof AppError) throw error;
      throw new AppError(
        'internal',
        `Row ${row} of the file could not be written, which is a fault in the workbench.`,
        { cause: error },
      );
    }
  };
  const around = {
    atStart: () => (isDry ? undefined : writer.begin()),
    atEnd: () => {
      if (!isDry) writer.end();
      imports.setFigures(importId, tally.figures());
    },
  };
  const learning = createPace({ start: 50, most: 2000 });
  const aside = createSlices(load, undefined, signal);

  for await (const { rows, refusals, leftOut, bytesRead } of batches) {
    // Taking it in from the thread was a turn's work.
    await slices.rest();
    tally.setBytes(bytesRead);
    tally.leaveOut(leftOut);
    let next = 0;
    let refused = 0;
    await slices.run(() => {
      const refusal = refusals[refused];
      const mapped = rows[next];
      if (refusal !== undefined) {
        refused += 1;
        refuse(refusal);
      } else if (mapped !== undefined) {
        next += 1;
        take(mapped);
      }
      return refused < refusals.length || next < rows.length;
    }, around);
    if (isDry) continue;
    await slices.paced(learning, (portion) => writer.learn(portion, false));
    await joinIndexes(aside, desk.index, desk.index.grown());
  }
  if (withoutTicket > 0 && !tally.hasTaken) throw new AppError('conflict', ticketsFirst);
  if (isDry) return;
  await slices.paced(learning, (portion) => writer.learn(portion, true));
  const resolve = createLinkResolver(records, writer, { importId, source, remark: tally.remark });
  await slices.run(() => resolve(10) > 0, around);
}
