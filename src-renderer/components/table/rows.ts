/** The rows of a table, of which only some are here. */
export interface Rows<Row> {
  /** Which list it is: other filters or another order make another one. */
  readonly list?: string;
  /** Undefined until the first answer. */
  readonly total: number | undefined;
  /** Undefined while the row is on its way. */
  get(index: number): Row | undefined;
  /** Tells which rows are in sight; `to` is exclusive. */
  show(from: number, to: number): void;
  /** Why rows are missing. */
  readonly error?: unknown;
  retry?(): void;
}

export function rowsOf<Row>(list: readonly Row[] | undefined, error?: unknown): Rows<Row> {
  return { total: list?.length, get: (index) => list?.[index], show: () => undefined, error };
}
