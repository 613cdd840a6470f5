/** A value as the writers take it: text, a moment or number, yes or no, several names. */
export type MappedValue = string | number | boolean | readonly string[];

/** One entry of a ticket's history, as another system tells it. */
export interface MappedEntry {
  readonly at: number | undefined;
  /** An id, address or name; empty where nobody is named. */
  readonly by: string;
  readonly note: string;
  readonly private: boolean;
  /** What it was, in a few words; empty where only the note says. */
  readonly outcome: string;
  readonly seconds: number;
  /** Names of statuses, where it changed. */
  readonly statusBefore: string | undefined;
  readonly statusAfter: string | undefined;
  readonly assigned: boolean;
}

/** A row of the file as the desk would have it, its names not yet looked up. */
export interface MappedRow {
  readonly row: number;
  readonly externalId: string;
  readonly number: string;
  /** Of everything below: the same when the row says the same. */
  readonly fingerprint: string;
  /** Only fields that the row fills. */
  readonly values: Readonly<Record<string, MappedValue>>;
  /** Custom fields by label. */
  readonly custom: Readonly<Record<string, string>>;
  readonly entries: readonly MappedEntry[];
  /** The row as read, cut: shown when it is refused after all. */
  readonly text: string;
}

export interface Refusal {
  readonly row: number;
  readonly externalId: string;
  readonly reason: string;
  readonly text: string;
}

export type Mapping =
  | { readonly kind: 'mapped'; readonly mapped: MappedRow }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'leftOut' };
