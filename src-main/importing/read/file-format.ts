/** What a file is made of, as found by looking at its start; a person may change what was found before it is read. */
export interface FileFormat {
  readonly kind: FileKind;
  readonly gzipped: boolean;
  /** Of text; a workbook's parts are always read as UTF-8. */
  readonly encoding: Encoding;
  /** Only a CSV file has one. */
  readonly delimiter: Delimiter | null;
  /** What ends a row of a CSV or JSON Lines file. */
  readonly lineEnd: LineEnd | null;
  /** A workbook's sheets, in their order; empty for every other kind. */
  readonly sheets: readonly string[];
  /** The sheet that is read. */
  readonly sheet: string | null;
  /** Where a JSON file has its rows. */
  readonly rowsAt: RowsAt | null;
  /** Sentences for the person: what looks odd about the file, and what can be done about it. */
  readonly remarks: readonly string[];
}

export type FileKind = 'csv' | 'json' | 'jsonl' | 'xlsx';
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Delimiter = ',' | ';' | '\t' | '|';
export type LineEnd = 'lf' | 'crlf' | 'cr' | 'mixed';

/** `root`: the elements of the array that the file is; `key`: of the array under that key; `values`: the whole values. */
export type RowsAt = { readonly at: 'root' } | { readonly at: 'values' } | { readonly at: 'key'; readonly key: string };
