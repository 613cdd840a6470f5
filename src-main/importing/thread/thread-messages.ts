import type { MessagePort } from 'node:worker_threads';
import type { ErrorCode } from '../../../src-shared/errors/app-error.ts';
import type { ImportPlan } from '../../../src-shared/domain/import-plan.ts';
import type { MappedRow, Refusal } from '../map/mapped-row.ts';
import type { FilePreview } from '../map/preview-file.ts';
import type { FileSample } from '../map/sample-file.ts';
import type { FileFormat } from '../read/file-format.ts';

/** What the reading thread is started with. */
export interface ReadingTask {
  readonly path: string;
  readonly format: FileFormat;
  readonly plan: ImportPlan;
}

/** A look at the beginning of a file: what its columns hold, or what a plan makes of its rows. */
export type LookingTask = Pick<ReadingTask, 'path' | 'format'> & { readonly plan?: ImportPlan };

export type ThreadTask =
  ({ readonly kind: 'read'; readonly batches: MessagePort } & ReadingTask) | ({ readonly kind: 'look' } & LookingTask);

/** Some rows of the file, in its order. */
export interface RowBatch {
  readonly rows: readonly MappedRow[];
  readonly refusals: readonly Refusal[];
  readonly leftOut: number;
  /** Of the file as it is on the disk, so far. */
  readonly bytesRead: number;
}

/** A batch comes on a port of its own, from which it is taken, and thereby unpacked, when its turn has come. */
export type FromThread =
  | { readonly kind: 'batch' }
  | { readonly kind: 'seen'; readonly seen: FileSample | FilePreview }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

/** So many more may be made. The thread is at most a few ahead, so memory does not grow with the file. */
export interface ToThread {
  readonly batches: number;
}

/** So many are made, or wait packed, while one is written. */
export const batchesAhead = 3;
