import type { ImportPreview } from '../../src-shared/api/imports.ts';
import { toTimestamp } from '../../src-shared/api/timestamp.ts';
import type { ImportPlan } from '../../src-shared/domain/import-plan.ts';
import type { FieldSpec } from './kinds/field-spec.ts';
import { kinds } from './kinds/index.ts';
import type { DeskAccess } from './load/desk-access.ts';
import { createDryRecords, createDryTarget } from './load/dry-target.ts';
import { createNames, type Names } from './load/names.ts';
import type { MappedRow, MappedValue, Mapping } from './map/mapped-row.ts';
import type { FilePreview } from './map/preview-file.ts';
import type { DateFormat } from './read/date-format.ts';
import { guessDateFormat } from './read/guess-date-format.ts';
import { parseWhen } from './read/parse-when.ts';

const mostValues = 500;
const mostExamples = 6;
const mostText = 400;

/** The first rows as they would become, every name with what it leads to, every date as it is read. */
export function describePreview(seen: FilePreview, plan: ImportPlan, desk: DeskAccess, now: number): ImportPreview {
  const fields = kinds[plan.kind].fields;
  const names = createNames({
    ...{ plan, now, lookups: desk.lookups, remark: () => undefined },
    target: createDryTarget(desk.writer, new Map()),
    records: createDryRecords(desk.records, plan.source),
  });
  const specOf = (name: string): FieldSpec | undefined => fields.find((field) => field.name === name);
  return {
    rowsRead: seen.rowsRead,
    rows: seen.rows.flatMap((mapping) => describeRow(mapping, fields, names)),
    lookups: seen.names.flatMap(({ field, texts }) => {
      const spec = specOf(field);
      if (spec === undefined) return [];
      const sorted = [...texts].sort(([, one], [, other]) => other - one);
      const known = spec.lookup === undefined ? (spec.choices ?? []) : desk.lookups.sampleNames(spec.lookup);
      return {
        ...{ field, label: spec.label, more: sorted.length > mostValues, known: [...known] },
        values: sorted
          .slice(0, mostValues)
          .map(([value, count]) => ({ value, count, ...outcomeOf(spec, value, plan, names) })),
      };
    }),
    dates: seen.dates.flatMap(({ field, texts }) => {
      const spec = specOf(field);
      const column = plan.columns[field];
      if (spec === undefined || column === undefined) return [];
      const guess = guessDateFormat(texts);
      const format = (column.dateFormat ?? 'iso') as DateFormat;
      return {
        ...{ field, label: spec.label, format, ambiguous: guess.ambiguous },
        candidates: [...new Set([format, ...guess.candidates.map((candidate) => candidate.format)])],
        examples: texts.slice(0, mostExamples).map((text) => ({ text, ...readExample(text, format, column.zone) })),
      };
    }),
  };
}

function readExample(text: string, format: DateFormat, zone: string | undefined): { at?: string; problem?: string } {
  const when = parseWhen(text, format, zone);
  if (when === 'none') return { problem: 'Stands for no date.' };
  return when === undefined ? { problem: 'Is no date in this format.' } : { at: toTimestamp(when) };
}

function outcomeOf(spec: FieldSpec, value: string, plan: ImportPlan, names: Names) {
  const target = plan.columns[spec.name]?.values?.[value];
  if (target?.as === 'none') return { outcome: 'none' as const };
  if (target?.as === 'refuse') return { outcome: 'refused' as const };
  const name = target?.name ?? value;
  if (spec.lookup === undefined) {
    const choice = spec.choices?.find((each) => each.toLowerCase() === name.toLowerCase());
    return choice === undefined ? { outcome: 'refused' as const } : { outcome: 'existing' as const, becomes: choice };
  }
  if (names.find(spec.lookup, name) !== undefined) {
    const isPerson = spec.lookup === 'user' || spec.lookup === 'agent';
    return { outcome: 'existing' as const, becomes: isPerson ? (names.people.find(name)?.name ?? name) : name };
  }
  const policy = names.policyOf(spec.name);
  if (policy === 'create') return { outcome: 'new' as const, becomes: name };
  return { outcome: policy === 'refuse' ? ('refused' as const) : ('none' as const) };
}

function describeRow(mapping: Mapping, fields: readonly FieldSpec[], names: Names): ImportPreview['rows'] {
  if (mapping.kind === 'leftOut') return [];
  if (mapping.kind === 'refused') {
    const { row, reason } = mapping.refusal;
    return [{ row, values: [], problems: [reason] }];
  }
  const { mapped } = mapping;
  const problem = names.problemWith(mapped);
  const texts = fields.map(({ name, label, read }) => ({ field: name, label, text: textOf(mapped, name, read) }));
  const details = Object.entries(mapped.custom).map(([label, text]) => ({ field: `custom:${label}`, label, text }));
  return [
    {
      row: mapped.row,
      values: [...texts, ...details]
        .filter(({ text }) => text !== '')
        .map((each) => ({ ...each, text: each.text.slice(0, mostText) })),
      problems: problem === undefined ? [] : [problem],
    },
  ];
}

function textOf(mapped: MappedRow, name: string, read: FieldSpec['read']): string {
  if (name === 'id') return mapped.externalId;
  if (name === 'number') return mapped.number;
  if (read === 'entries') return mapped.entries.length === 0 ? '' : `${mapped.entries.length} entries`;
  const value: MappedValue | undefined = mapped.values[name];
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (read === 'when' && typeof value === 'number') return toTimestamp(value);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : value.join(', ');
}
