import type { ImportPlan } from '../../../src-shared/domain/import-plan.ts';
import { kinds } from '../kinds/index.ts';
import type { FileFormat } from '../read/file-format.ts';
import { openRows } from '../read/open-rows.ts';
import { createKeyBook } from './follow-keys.ts';
import type { Mapping } from './mapped-row.ts';
import { createRowMapper } from './map-row.ts';
import { isNothing } from './pick-value.ts';
import { oneLine, readItems, readText } from './read-field.ts';

export interface FilePreview {
  readonly rowsRead: number;
  /** The first rows that the plan wants, with the texts of their dates by field. */
  readonly rows: readonly { readonly mapping: Mapping; readonly dates: Readonly<Record<string, string>> }[];
  /** Of each field whose names are looked up, the texts of the file with how often they come. */
  readonly names: readonly { readonly field: string; readonly texts: readonly (readonly [string, number])[] }[];
  readonly dates: readonly { readonly field: string; readonly texts: readonly string[] }[];
}

const mostRows = 2000;
const rowsShown = 20;
const mostTexts = 2000;
const mostDates = 60;
/** Longer than any text that is read as a date. */
const longestDate = 200;

/** What the plan makes of the first rows of a file. */
export async function previewFile(path: string, format: FileFormat, plan: ImportPlan): Promise<FilePreview> {
  const spec = kinds[plan.kind];
  const book = createKeyBook(Object.values(plan.columns));
  if (book.isNeeded) {
    for await (const { values } of openRows(path, format)) if (values !== undefined) book.learn(values);
  }
  const map = createRowMapper(plan, spec, book.follow);
  const filled = spec.fields.flatMap((field) => {
    const column = plan.columns[field.name];
    return column === undefined ? [] : [{ field, column }];
  });
  const names = new Map<string, Map<string, number>>();
  const dates = new Map<string, Set<string>>();
  const rows: { mapping: Mapping; dates: Record<string, string> }[] = [];
  let rowsRead = 0;
  for await (const source of openRows(path, format)) {
    const mapping = map(source);
    if (mapping.kind === 'leftOut') continue;
    rowsRead += 1;
    const shown: Record<string, string> = {};
    if (rows.length < rowsShown) rows.push({ mapping, dates: shown });
    for (const { field, column } of source.values === undefined ? [] : filled) {
      if (field.lookup !== undefined || field.choices !== undefined) {
        const texts =
          field.read === 'list'
            ? readItems(column, source.values ?? {})
            : [oneLine(readText(column, source.values ?? {}, book.follow))];
        for (const text of texts) if (!isNothing(text)) count(names, field.name, text);
      } else if (field.read === 'when') {
        const text = readText(column, source.values ?? {}, book.follow)
          .trim()
          .slice(0, longestDate);
        shown[field.name] = text;
        const kept = dates.get(field.name) ?? new Set<string>();
        if (text !== '' && kept.size < mostDates) kept.add(text);
        dates.set(field.name, kept);
      }
    }
    if (rowsRead >= mostRows) break;
  }
  return {
    rowsRead,
    rows,
    names: [...names].map(([field, texts]) => ({ field, texts: [...texts] })),
    dates: [...dates].map(([field, texts]) => ({ field, texts: [...texts] })),
  };
}

function count(names: Map<string, Map<string, number>>, field: string, text: string): void {
  const texts = names.get(field) ?? new Map<string, number>();
  names.set(field, texts);
  if (texts.has(text) || texts.size < mostTexts) texts.set(text, (texts.get(text) ?? 0) + 1);
}
