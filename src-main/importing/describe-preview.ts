import type { ImportPreview } from '../../src-shared/api/imports.ts';
import { toTimestamp } from '../../src-shared/api/timestamp.ts';
import type { ImportPlan } from '../../src-shared/domain/import-plan.ts';
import { describeRow } from './describe-row.ts';
import type { FieldSpec } from './kinds/field-spec.ts';
import { kinds } from './kinds/index.ts';
import type { DeskAccess } from './load/desk-access.ts';
import { createDryRecords, createDryTarget } from './load/dry-target.ts';
import { createTicketFinder, ticketsFirst } from './load/find-ticket.ts';
import { createNames, type Names } from './load/names.ts';
import type { MappedRow } from './map/mapped-row.ts';
import type { FilePreview } from './map/preview-file.ts';
import type { DateFormat } from './read/date-format.ts';
import { guessDateFormat } from './read/guess-date-format.ts';
import { parseWhen } from './read/parse-when.ts';

const mostValues = 500;
const mostExamples = 6;

/** The first rows as they would become, every name with what it leads to, every date as it is read. */
export function describePreview(seen: FilePreview, plan: ImportPlan, desk: DeskAccess, now: number): ImportPreview {
  const fields = kinds[plan.kind].fields;
  const context = {
    ...{ plan, now, lookups: desk.lookups, remark: () => undefined },
    target: createDryTarget(desk.writer, new Map()),
    records: createDryRecords(desk.records, plan.source),
  };
  const names = createNames(context);
  const findTicket = createTicketFinder(context);
  const lacksTicket = (mapped: MappedRow): string | undefined => {
    const found = findTicket(mapped);
    return plan.kind === 'action' && 'refused' in found ? found.refused : undefined;
  };
  const mapped = seen.rows.flatMap(({ mapping }) => (mapping.kind === 'mapped' ? [mapping.mapped] : []));
  const isTooEarly = mapped.length > 0 && mapped.every((row) => lacksTicket(row) !== undefined);
  const specOf = (name: string): FieldSpec | undefined => fields.find((field) => field.name === name);
  return {
    rowsRead: seen.rowsRead,
    ...(isTooEarly && { first: ticketsFirst }),
    rows: seen.rows.flatMap((row) => describeRow(row, fields, (each) => names.problemWith(each) ?? lacksTicket(each))),
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

function readExample(text: string, format: DateFormat, zone: string | undefined) {
  const when = parseWhen(text, format, zone);
  if (when === undefined) return { problem: 'Is no date in this format.' };
  return { at: when === 'none' ? null : toTimestamp(when) };
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
