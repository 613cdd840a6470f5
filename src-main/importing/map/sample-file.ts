import type { FileFormat } from '../read/file-format.ts';
import { openRows } from '../read/open-rows.ts';
import { toText } from './pick-value.ts';

export interface ColumnSample {
  readonly name: string;
  /** Rows that have something here. */
  readonly filled: number;
  /** Different texts, the first that came, cut. */
  readonly samples: readonly string[];
  /** It holds lists of objects; then these are texts of their keys that could be moments. */
  readonly momentsWithin: readonly string[] | undefined;
}

export interface FileSample {
  readonly rowsRead: number;
  readonly columns: readonly ColumnSample[];
  /** The first rows as texts. */
  readonly rows: readonly { row: number; values: Record<string, string>; problem?: string }[];
}

const mostRows = 2000;
/** Of a Django fixture, whose records of one kind may come late. */
const mostRecords = 20_000;
const rowsShown = 20;
const samplesKept = 40;
const columnsKept = 1000;
const textKept = 300;

/** What a file's columns hold, judged by its first rows. */
export async function sampleFile(path: string, format: FileFormat): Promise<FileSample> {
  const columns = new Map<string, { filled: number; samples: Set<string>; moments: Set<string> | undefined }>();
  const rows: { row: number; values: Record<string, string>; problem?: string }[] = [];
  let rowsRead = 0;

  const learn = (name: string, value: unknown): void => {
    let column = columns.get(name);
    if (column === undefined) {
      if (columns.size >= columnsKept) return;
      columns.set(name, (column = { filled: 0, samples: new Set(), moments: undefined }));
    }
    if (isList(value)) {
      column.moments ??= new Set();
      for (const item of value) learnMoments(column.moments, item);
      if (value.length > 0) column.filled += 1;
      return;
    }
    const text = toText(value).trim();
    if (text === '') return;
    column.filled += 1;
    if (column.samples.size < samplesKept) column.samples.add(text.slice(0, textKept));
  };

  for await (const { number, values, problem } of openRows(path, format)) {
    rowsRead += 1;
    if (rows.length < rowsShown) rows.push({ row: number, values: showRow(values), ...(problem && { problem }) });
    for (const [name, value] of Object.entries(values ?? {})) {
      learn(name, value);
      if (!isObject(value)) continue;
      for (const [key, inner] of Object.entries(value))
        if (!isObject(inner) && !Array.isArray(inner)) learn(`${name}.${key}`, inner);
    }
    if (rowsRead >= (columns.has('model') && columns.has('pk') ? mostRecords : mostRows)) break;
  }
  return {
    rowsRead,
    rows,
    columns: [...columns].map(([name, { filled, samples, moments }]) => ({
      ...{ name, filled, samples: [...samples] },
      momentsWithin: moments && [...moments],
    })),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.length > 0 && isObject(value[0]);
}

const momentKeys = /^(at|when|date|datetime|created|created_at|timestamp)$/i;

function learnMoments(moments: Set<string>, item: unknown): void {
  if (!isObject(item) || moments.size >= samplesKept) return;
  for (const [key, value] of Object.entries(item))
    if (momentKeys.test(key)) moments.add(toText(value).slice(0, textKept));
}

function showRow(values: Readonly<Record<string, unknown>> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [
      name,
      (isList(value) ? `${value.length} entries` : toText(value)).slice(0, textKept),
    ]),
  );
}
