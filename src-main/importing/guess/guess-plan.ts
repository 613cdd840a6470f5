import {
  type FieldPlan,
  type ImportKind,
  importKinds,
  type ImportPlan,
} from '../../../src-shared/domain/import-plan.ts';
import type { ImportLookupRepository } from '../../db/repositories/import-lookup-repository.ts';
import type { FieldSpec } from '../kinds/field-spec.ts';
import { kinds } from '../kinds/index.ts';
import type { ColumnSample, FileSample } from '../map/sample-file.ts';
import { guessDateFormat } from '../read/guess-date-format.ts';
import { guessNumbered, guessValues } from './guess-values.ts';
import { type KnownSource, knownSources } from './known-sources.ts';

type Lists = Pick<ImportLookupRepository, 'statuses' | 'priorities' | 'types'>;

interface Given {
  readonly sample: FileSample;
  readonly fileName: string;
  /** What a person says that the file has. */
  readonly kind?: ImportKind | undefined;
  readonly lists: Lists;
}

export interface PlanGuess {
  readonly plan: ImportPlan;
  readonly recognized: string | undefined;
}

/** A plan from the names of the columns and what they hold; a person may change all of it. */
export function guessPlan({ sample, fileName, kind: wanted, lists }: Given): PlanGuess {
  const columns = new Map(sample.columns.map((column) => [column.name, column]));
  const source = recognize(columns, wanted);
  const kind = wanted ?? source?.kind ?? guessKind(sample.columns, fileName);
  const written = source === undefined ? {} : keepPresent(source.columns, columns);
  const taken = new Set([
    ...Object.values(written).flatMap(({ column }) => (column === undefined ? [] : [column])),
    ...(source?.ignored ?? []),
  ]);
  const guessed =
    source?.guessOthers === false ? {} : guessColumns(kind, sample.columns, taken, new Set(Object.keys(written)));
  const fields = { ...guessed, ...written };
  const complete = Object.entries(fields).map(
    ([name, plan]) => [name, complement(kind, name, plan, columns, lists)] as const,
  );
  return {
    plan: {
      kind,
      source: nameSource(fileName),
      columns: Object.fromEntries(complete),
      ...(source?.only !== undefined && { only: source.only }),
    },
    recognized: source?.name,
  };
}

/** The file's name without what says how it is stored. */
function nameSource(fileName: string): string {
  const name = fileName
    .replace(/\.gz$/i, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .trim();
  return name.slice(0, 100) || 'import';
}

function recognize(
  columns: ReadonlyMap<string, ColumnSample>,
  wanted: ImportKind | undefined,
): KnownSource | undefined {
  return knownSources.find(
    ({ kind, marks }) => (wanted === undefined || wanted === kind) && marks.every((mark) => columns.has(mark)),
  );
}

function keepPresent(plans: ImportPlan['columns'], columns: ReadonlyMap<string, ColumnSample>): ImportPlan['columns'] {
  return Object.fromEntries(
    Object.entries(plans).filter(([, { column, constant }]) => constant !== undefined || columns.has(column ?? '')),
  );
}

const normal = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/^u(?=_)/, '');

function guessKind(columns: readonly ColumnSample[], fileName: string): ImportKind {
  const name = fileName.toLowerCase();
  const scored = importKinds.map((kind) => {
    const { hints } = kinds[kind];
    const found = Object.values(guessColumns(kind, columns, new Set(), new Set())).length;
    const isRequired = kinds[kind].fields.filter(({ required }) => required === true).length;
    return { kind, score: found + (hints.some((hint) => name.includes(hint)) ? 5 : 0) - isRequired / 10 };
  });
  scored.sort((one, other) => other.score - one.score);
  return scored[0]?.kind ?? 'ticket';
}

function guessColumns(
  kind: ImportKind,
  columns: readonly ColumnSample[],
  taken: ReadonlySet<string>,
  done: ReadonlySet<string>,
): ImportPlan['columns'] {
  const used = new Set(taken);
  const byName = new Map<string, ColumnSample>();
  for (const column of columns) if (!byName.has(normal(column.name))) byName.set(normal(column.name), column);
  const guessed: Record<string, FieldPlan> = {};
  for (const field of kinds[kind].fields) {
    if (done.has(field.name)) continue;
    const found = field.synonyms
      .map((synonym) => byName.get(synonym))
      .find(
        (column) => column !== undefined && column.filled > 0 && fits(field, column) && isFree(field, column, used),
      );
    if (found === undefined) continue;
    guessed[field.name] = { column: found.name };
    // The id is often the number that people know as well.
    if (field.name !== 'id') used.add(found.name);
  }
  return guessed;
}

function isFree(field: FieldSpec, column: ColumnSample, used: ReadonlySet<string>): boolean {
  return field.name === 'id' || !used.has(column.name);
}

const flagTexts = /^(0|1|true|false|yes|no|y|n)$/i;

function fits({ read }: FieldSpec, { samples, momentsWithin }: ColumnSample): boolean {
  if (read === 'entries') return momentsWithin !== undefined && momentsWithin.length > 0;
  if (momentsWithin !== undefined) return read === 'list';
  if (read === 'when') return guessDateFormat(samples).chosen !== undefined;
  if (read === 'flag') return samples.every((text) => flagTexts.test(text));
  if (read === 'number') return samples.every((text) => text !== '' && Number.isFinite(Number(text)));
  return read !== 'choice';
}

/** Adds what the column's texts tell: how its dates are written, and what its names are called on the desk. */
function complement(
  kind: ImportKind,
  name: string,
  plan: FieldPlan,
  columns: ReadonlyMap<string, ColumnSample>,
  lists: Lists,
): FieldPlan {
  const field = kinds[kind].fields.find((each) => each.name === name);
  const column = columns.get(plan.column ?? '');
  if (field === undefined || column === undefined) return plan;
  if (field.read === 'when' || field.read === 'entries') {
    const format = guessDateFormat(column.momentsWithin ?? column.samples).chosen;
    return format === undefined ? plan : { ...plan, dateFormat: format };
  }
  const known = knownNames(field, lists);
  if (known === undefined) return plan;
  const isNumbered = /id$/i.test(column.name) && column.samples.every((text) => /^\d+$/.test(text));
  const values = isNumbered
    ? guessNumbered(column.samples, known(), field.label)
    : guessValues(column.samples, known());
  const all = { ...values, ...plan.values };
  return Object.keys(all).length === 0 ? plan : { ...plan, values: all };
}

function knownNames({ lookup }: FieldSpec, lists: Lists) {
  switch (lookup) {
    case 'status':
      return lists.statuses;
    case 'priority':
      return lists.priorities;
    case 'type':
      return lists.types;
    default:
      return undefined;
  }
}
