/**
 * One row of a file. `number` counts as a person would: the header of a table is row 1, the first element of a JSON
 * array or the first line of a JSON Lines file is 1. A row that cannot be used says why, and reading goes on.
 */
export type SourceRow =
  | { readonly number: number; readonly values: Readonly<Record<string, unknown>>; readonly problem?: undefined }
  | { readonly number: number; readonly problem: string; readonly values?: undefined };

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told how many bytes of the file, as it is on the disk, have been taken in so far. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}
