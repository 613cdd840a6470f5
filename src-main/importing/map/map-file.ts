import type { ImportPlan } from '../../../src-shared/domain/import-plan.ts';
import { kinds } from '../kinds/index.ts';
import type { FileFormat } from '../read/file-format.ts';
import { openRows } from '../read/open-rows.ts';
import type { RowBatch } from '../thread/thread-messages.ts';
import { createKeyBook } from './follow-keys.ts';
import type { MappedRow, Refusal } from './mapped-row.ts';
import { createRowMapper } from './map-row.ts';

const mostRows = 100;
/** In characters of text, about. Taking a message in holds the event loop of who gets it. */
const mostText = 200_000;

/** A file's rows as the plan has them, in batches. Where rows point at others of the file it is read twice. */
export async function* mapFile(path: string, format: FileFormat, plan: ImportPlan): AsyncIterable<RowBatch> {
  const book = createKeyBook(Object.values(plan.columns));
  if (book.isNeeded) {
    for await (const { values } of openRows(path, format)) if (values !== undefined) book.learn(values);
  }
  const map = createRowMapper(plan, kinds[plan.kind], book.follow);
  let bytesRead = 0;
  let rows: MappedRow[] = [];
  let refusals: Refusal[] = [];
  let leftOut = 0;
  let size = 0;
  const take = (): RowBatch => {
    const batch = { rows, refusals, leftOut, bytesRead };
    rows = [];
    refusals = [];
    leftOut = 0;
    size = 0;
    return batch;
  };
  for await (const source of openRows(path, format, { onBytes: (bytes) => void (bytesRead = bytes) })) {
    const mapping = map(source);
    if (mapping.kind === 'leftOut') leftOut += 1;
    else if (mapping.kind === 'refused') {
      refusals.push(mapping.refusal);
      size += mapping.refusal.text.length;
    } else {
      rows.push(mapping.mapped);
      size += sizeOf(mapping.mapped);
    }
    if (rows.length >= mostRows || refusals.length >= mostRows || leftOut >= 10_000 || size >= mostText) yield take();
  }
  yield take();
}

function sizeOf({ values, entries, text }: MappedRow): number {
  let size = text.length + 200;
  for (const value of Object.values(values)) if (typeof value === 'string') size += value.length;
  for (const { note } of entries) size += note.length + 150;
  return size;
}
