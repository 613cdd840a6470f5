import type { ImportPlan } from '../../src-shared/domain/import-plan.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { CommittedChangeSet } from '../db/change-sets.ts';
import type { WorkbenchDatabase } from '../db/open-database.ts';
import type { ReaderPool } from '../db/readers/reader-pool.ts';
import type { ImportRemovalRepository } from '../db/repositories/import-removal-repository.ts';
import type { ImportRepository } from '../db/repositories/import-repository.ts';
import type { Traffic } from '../domain/traffic.ts';
import { letHelpersGiveWay } from '../give-way.ts';
import type { Ports } from '../ports.ts';
import type { DeskAccess } from './load/desk-access.ts';
import { joinIndexes } from './load/join-indexes.ts';
import { loadRows } from './load/load-rows.ts';
import { removeImport } from './load/remove-import.ts';
import { createTally } from './load/tally.ts';
import { createSlices } from './load/write-slices.ts';
import type { FileFormat } from './read/file-format.ts';
import { readOnThread } from './thread/read-on-thread.ts';

export interface ImportTools {
  readonly database: WorkbenchDatabase;
  readonly traffic: Traffic;
  readonly readers: Pick<ReaderPool, 'run'>;
  readonly imports: ImportRepository;
  readonly removal: ImportRemovalRepository;
  readonly desk: DeskAccess;
  readonly ports: Ports;
}

interface Run {
  readonly id: number;
  readonly path: string;
  readonly format: FileFormat;
  readonly plan: ImportPlan;
  readonly dryRun: boolean;
  readonly actor: string;
  readonly fileName: string;
  /** Aborted by a cancel. */
  readonly cancel: AbortSignal;
  /** Aborted when the program ends: the import is left to be removed at the next start. */
  readonly closing: AbortSignal;
}

/** Carries out one import to its end, whatever that is, and tidies the index. Never rejects. */
export async function runImport(tools: ImportTools, run: Run): Promise<void> {
  await carryOut(tools, run);
  if (!run.dryRun) await tidyIndex(tools, run.closing);
}

async function carryOut(tools: ImportTools, run: Run): Promise<void> {
  const { database, traffic, imports, desk, ports } = tools;
  const { id, plan, dryRun, actor, fileName, cancel, closing } = run;
  const signal = AbortSignal.any([cancel, closing]);
  const tally = createTally();
  const end = (state: 'finished' | 'cancelled' | 'failed', error: string | null = null): void =>
    database.inTraceTransaction(() => {
      imports.setFigures(id, tally.figures());
      imports.setState(id, state, ports.now(), error);
    });
  try {
    await letHelpersGiveWay();
    if (!dryRun) database.inTraceTransaction(desk.index.gather);
    const changeSet = dryRun ? undefined : begin(tools, id, { actor, label: `Import of ${fileName}` });
    const batches = readOnThread({ path: run.path, format: run.format, plan }, signal);
    await loadRows({
      database,
      traffic,
      imports,
      desk,
      importId: id,
      plan,
      changeSet,
      batches,
      tally,
      signal,
      now: ports.now(),
    });
    if (changeSet === undefined) end('finished');
    else database.continueChangeSet(changeSet, true, () => finish(imports, id, tally.figures(), ports.now()));
  } catch (error) {
    if (closing.aborted) return;
    const wasCancelled = cancel.aborted;
    const sentence = wasCancelled ? null : explain(error, ports);
    try {
      if (dryRun) return end(wasCancelled ? 'cancelled' : 'failed', sentence);
      database.inTraceTransaction(() => {
        imports.setFigures(id, tally.figures());
        imports.startRemoving(id, wasCancelled ? 'cancelled' : 'failed', sentence);
      });
      await runRemoval(tools, id, closing);
    } catch (second) {
      // Such as a full disk: the next start tries again.
      if (!closing.aborted) ports.log.error('What an import brought could not be removed yet.', { id, error: second });
    }
  }
}

/** The index is complete before this, in more pieces than is good for searches. */
export async function tidyIndex(tools: ImportTools, closing: AbortSignal): Promise<void> {
  const { database, desk, ports } = tools;
  try {
    if (!desk.index.isGathering()) return;
    await joinIndexes(createSlices(tools, undefined, closing), desk.index, desk.index.indexes);
    await database.flush();
    database.inTraceTransaction(desk.index.settle);
  } catch (error) {
    if (!closing.aborted) ports.log.error('The search index could not be tidied after an import.', { error });
  }
}

function finish(
  imports: ImportRepository,
  id: number,
  figures: Parameters<ImportRepository['setFigures']>[1],
  at: number,
): void {
  imports.setFigures(id, figures);
  imports.setState(id, 'finished', at);
}

/** Takes what an import brought off the desk, and then calls the import what it was to be called. */
export async function runRemoval(tools: ImportTools, id: number, closing: AbortSignal): Promise<void> {
  const { database, imports, ports } = tools;
  const row = imports.find(id);
  if (row?.state !== 'removing') return;
  const label = `Removal of the import of ${row.fileName}`;
  const changeSet = openChangeSet(database, { actor: row.actor, label });
  await removeImport(id, { ...tools, changeSet, signal: closing });
  database.continueChangeSet(changeSet, true, () => imports.setState(id, row.afterRemoving ?? 'failed', ports.now()));
}

function begin(
  { database, imports }: ImportTools,
  id: number,
  what: { actor: string; label: string },
): CommittedChangeSet {
  const changeSet = openChangeSet(database, what);
  database.inTraceTransaction(() => imports.begin(id, changeSet.id));
  return changeSet;
}

function openChangeSet(
  database: WorkbenchDatabase,
  { actor, label }: { actor: string; label: string },
): CommittedChangeSet {
  const input = { kind: 'import', actor, label, ledger: 'summary' } as const;
  return { ...input, id: database.inChangeSet(input, (changeSetId) => changeSetId) };
}

function explain(error: unknown, ports: Ports): string {
  if (error instanceof AppError && error.code !== 'internal') return error.message;
  ports.log.error('An import failed unexpectedly.', { error });
  return error instanceof AppError
    ? error.message
    : 'The import failed because of a fault in the workbench. The log says more.';
}
