import type { ImportPreview } from '../../src-shared/api/imports.ts';
import { toTimestamp } from '../../src-shared/api/timestamp.ts';
import type { FieldSpec } from './kinds/field-spec.ts';
import type { MappedRow } from './map/mapped-row.ts';
import type { FilePreview } from './map/preview-file.ts';

type RowValue = ImportPreview['rows'][number]['values'][number];

const mostText = 400;

/** A row of the file as it would stand on the desk, or why it would not. */
export function describeRow(
  { mapping, dates }: FilePreview['rows'][number],
  fields: readonly FieldSpec[],
  problemWith: (mapped: MappedRow) => string | undefined,
): ImportPreview['rows'] {
  if (mapping.kind === 'leftOut') return [];
  if (mapping.kind === 'refused') {
    const { row, reason } = mapping.refusal;
    return [{ row, values: [], problems: [reason] }];
  }
  const { mapped } = mapping;
  const problem = problemWith(mapped);
  const values = fields.map((field) => describeValue(mapped, field, dates[field.name]));
  const details = Object.entries(mapped.custom).map(([label, text]) => ({ field: `custom:${label}`, label, text }));
  return [
    {
      row: mapped.row,
      values: [...values, ...details]
        .filter(({ text }) => text !== '')
        .map((each) => ({ ...each, text: each.text.slice(0, mostText) })),
      problems: problem === undefined ? [] : [problem],
    },
  ];
}

function describeValue(mapped: MappedRow, { name, label, read }: FieldSpec, date = ''): RowValue {
  if (read !== 'when') return { field: name, label, text: textOf(mapped, name, read) };
  const at = mapped.values[name];
  return { field: name, label, text: date, at: typeof at === 'number' ? toTimestamp(at) : null };
}

function textOf(mapped: MappedRow, name: string, read: FieldSpec['read']): string {
  if (name === 'id') return mapped.externalId;
  if (name === 'number') return mapped.number;
  if (read === 'entries') return mapped.entries.length === 0 ? '' : `${mapped.entries.length} entries`;
  const value = mapped.values[name];
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : value.join(', ');
}
