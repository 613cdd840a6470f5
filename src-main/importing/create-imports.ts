import type { FileReference, ImportInspection, ImportPreview } from '../../src-shared/api/imports.ts';
import type { FormatChanges, ImportKind, ImportPlan } from '../../src-shared/domain/import-plan.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { WorkbenchDatabase } from '../db/open-database.ts';
import type { ReaderPool } from '../db/readers/reader-pool.ts';
import { createImportRemovalRepository } from '../db/repositories/import-removal-repository.ts';
import { createImportRepository, type ImportRow, type RefusalRow } from '../db/repositories/import-repository.ts';
import type { Traffic } from '../domain/traffic.ts';
import type { Ports } from '../ports.ts';
import { describePreview } from './describe-preview.ts';
import { chooseFormat } from './guess/choose-format.ts';
import { guessPlan } from './guess/guess-plan.ts';
import { createImportFiles, type ImportFile, type ImportFiles } from './import-files.ts';
import { createDeskAccess } from './load/desk-access.ts';
import { ticketsFirst } from './load/find-ticket.ts';
import { inspectFile } from './read/inspect-file.ts';
import { runImport, runRemoval, tidyIndex } from './run-import.ts';
import { createSavedMappings, type SavedMappings } from './saved-mappings.ts';
import { previewOnThread, sampleOnThread } from './thread/read-on-thread.ts';

export interface Imports {
  readonly files: ImportFiles;
  readonly mappings: SavedMappings;
  inspect(file: FileReference, kind?: ImportKind, changes?: FormatChanges): Promise<ImportInspection>;
  preview(file: FileReference, plan: ImportPlan): Promise<ImportPreview>;
  /** Begins an import and returns its id. Refused while another one runs. */
  start(file: FileReference, plan: ImportPlan, options: { dryRun: boolean; actor: string }): Promise<number>;
  get(id: number): ImportRow;
  canTakeBack(row: ImportRow): boolean;
  list(limit: number, offset: number): { rows: ImportRow[]; total: number };
  listRefusals(id: number, limit: number, offset: number): RefusalRow[];
  /** What a record was called where it came from. */
  listNumbers(kind: string, recordId: number): { source: string; number: string }[];
  cancel(id: number): void;
  takeBack(id: number): void;
  /** Takes care of what an earlier process left half done. */
  resume(): void;
  /** Calls the listener whenever an import begins, goes on or ends. */
  onChange(listener: () => void): void;
  readonly isAtWork: boolean;
  /** Resolves when nothing runs. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Parts {
  readonly database: WorkbenchDatabase;
  readonly traffic: Traffic;
  readonly readers: Pick<ReaderPool, 'run' | 'countWords'>;
  readonly folder: string;
  readonly ports: Ports;
}

const cancelled = new AppError('conflict', 'The import was cancelled.');
const shuttingDown = new AppError('busy', 'The workbench is shutting down.');

/** Brings other systems' data onto the desk, one file at a time, and takes it off again. */
export function createImports({ database, traffic, readers, folder, ports }: Parts): Imports {
  const listeners = new Set<() => void>();
  const imports = createImportRepository(database.connection, () => {
    for (const listener of listeners) listener();
  });
  const removal = createImportRemovalRepository(database.connection);
  const desk = createDeskAccess(database.connection);
  const tools = { database, traffic, readers, imports, removal, desk, ports };
  const files = createImportFiles(folder, ports);
  const closing = new AbortController();
  let current: { id: number | undefined; cancel: AbortController; done: Promise<void> } | undefined;

  const find = (file: FileReference): Promise<ImportFile> =>
    'file' in file ? files.find(file.file) : files.open(file.path);

  const refuseWhileBusy = (): void => {
    if (closing.signal.aborted) throw shuttingDown;
    if (current === undefined) return;
    const what = current.id === undefined ? 'Another import' : `Import ${current.id}`;
    throw new AppError('conflict', `${what} is still at work. Wait until it is done, or cancel it.`);
  };

  /** Does one thing at a time, in the background. */
  const occupy = (id: number | undefined, work: (cancel: AbortSignal) => Promise<void>): void => {
    const cancel = new AbortController();
    const entry = { id, cancel, done: Promise.resolve() };
    current = entry;
    entry.done = database
      .inLoad(() => work(cancel.signal))
      .catch((error: unknown) => {
        if (!closing.signal.aborted) ports.log.error('An import was not carried out to its end.', { id, error });
      })
      .finally(() => {
        if (current === entry) current = undefined;
        void readers.countWords();
      });
  };

  const get = (id: number): ImportRow => {
    const row = imports.find(id);
    if (row === undefined) throw new AppError('not_found', `There is no import ${id}.`);
    return row;
  };

  const inspectNamed = async (reference: FileReference, changes: FormatChanges | undefined) => {
    const file = await find(reference);
    const found = await inspectFile(file.path, file.name);
    return { file, found, format: chooseFormat(found, changes) };
  };

  return {
    files,
    mappings: createSavedMappings(database, ports),
    async inspect(reference, kind, changes) {
      const { file, found, format } = await inspectNamed(reference, changes);
      const sample = await sampleOnThread({ path: file.path, format }, closing.signal);
      const { plan, recognized } = guessPlan({ sample, fileName: file.name, kind, lists: desk.lookups });
      const share = Math.max(1, sample.rowsRead);
      return {
        name: file.name,
        bytes: file.bytes,
        format: {
          ...{ kind: found.kind, compression: found.gzipped ? 'gzip' : 'none', encoding: format.encoding },
          ...{ sheets: [...found.sheets], ...(format.delimiter !== null && { delimiter: format.delimiter }) },
          ...(format.sheet !== null && { sheet: format.sheet }),
        },
        remarks: [...found.remarks],
        columns: sample.columns.map(({ name, filled, samples }) => ({
          ...{ name, filled: filled / share, samples: samples.slice(0, 5) },
        })),
        rows: [...sample.rows],
        plan: { ...plan, ...(changes !== undefined && { format: changes }) },
        ...(recognized !== undefined && { recognized }),
      };
    },
    async preview(reference, plan) {
      const { file, format } = await inspectNamed(reference, plan.format);
      const seen = await previewOnThread({ path: file.path, format, plan }, closing.signal);
      return describePreview(seen, plan, desk, ports.now());
    },
    async start(reference, plan, { dryRun, actor }) {
      refuseWhileBusy();
      if (plan.kind === 'action' && !desk.records.hasKind('ticket')) throw new AppError('conflict', ticketsFirst);
      let started: (id: number) => void;
      let refuse: (error: unknown) => void;
      const answer = new Promise<number>((resolve, reject) => {
        started = resolve;
        refuse = reject;
      });
      occupy(undefined, async (cancel) => {
        try {
          const { file, format } = await inspectNamed(reference, plan.format);
          const id = database.inTraceTransaction(() =>
            imports.insert({
              ...{ kind: plan.kind, source: plan.source, fileName: file.name, dryRun: dryRun ? 1 : 0, actor },
              ...{ plan: JSON.stringify(plan), startedAt: ports.now(), bytesTotal: file.bytes },
            }),
          );
          if (current !== undefined) current.id = id;
          started(id);
          const run = { id, path: file.path, format, plan, dryRun, actor, fileName: file.name };
          await runImport(tools, { ...run, cancel, closing: closing.signal });
          // A dry run is followed by the import, or by another plan.
          if (!dryRun) await files.remove(file.path);
        } catch (error) {
          refuse(error);
        }
      });
      return answer;
    },
    get,
    canTakeBack: ({ id, state, dryRun }) => state === 'finished' && dryRun === 0 && imports.hasBrought(id),
    list: (limit, offset) => ({ rows: imports.list(limit, offset), total: imports.count() }),
    listRefusals: imports.listRefusals,
    listNumbers: desk.records.listNumbers,
    cancel(id) {
      const { state } = get(id);
      if (state !== 'running' || current?.id !== id) {
        throw new AppError('conflict', 'Only an import that runs can be cancelled. A finished one can be taken back.');
      }
      current.cancel.abort(cancelled);
    },
    takeBack(id) {
      const row = get(id);
      refuseWhileBusy();
      if (row.state !== 'finished' || row.dryRun === 1) {
        throw new AppError('conflict', 'Only a finished import can be taken back, and a dry run brought nothing.');
      }
      database.inTraceTransaction(() => imports.startRemoving(id, 'removed', null));
      occupy(id, () => runRemoval(tools, id, closing.signal));
    },
    resume() {
      files.tidy().catch((error: unknown) => ports.log.warn('Old files of imports could not be removed.', { error }));
      const left = imports.listUnfinished();
      if (left.length === 0 && !desk.index.isGathering()) return;
      const sentence = 'The workbench stopped while the import ran, so what it had brought was removed.';
      database.inTraceTransaction(() => {
        for (const { id, state, dryRun } of left) {
          if (state !== 'running') continue;
          if (dryRun === 1)
            imports.setState(id, 'failed', ports.now(), 'The workbench stopped while the file was checked.');
          else imports.startRemoving(id, 'failed', sentence);
        }
      });
      occupy(left[0]?.id, async () => {
        for (const { id } of left) await runRemoval(tools, id, closing.signal);
        await tidyIndex(tools, closing.signal);
      });
    },
    onChange: (listener) => void listeners.add(listener),
    get isAtWork() {
      return current !== undefined;
    },
    settled: async () => {
      await current?.done;
    },
    async close() {
      closing.abort(shuttingDown);
      await current?.done;
    },
  };
}
