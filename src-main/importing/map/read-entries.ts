import type { FieldPlan, ImportPlan } from '../../../src-shared/domain/import-plan.ts';
import type { DateFormat } from '../read/date-format.ts';
import { parseWhen } from '../read/parse-when.ts';
import type { MappedEntry } from './mapped-row.ts';
import { pickValue, toText } from './pick-value.ts';
import { oneLine } from './read-field.ts';

type Values = Readonly<Record<string, unknown>>;

/** Keys that systems use for the parts of a history entry; the first that is filled counts. */
const keys = {
  at: ['at', 'datetime', 'date', 'created_at', 'created', 'createdAt', 'when', 'timestamp'],
  by: ['by', 'who', 'author', 'user', 'agent', 'created_by', 'author_id'],
  note: ['comment', 'note', 'body', 'text', 'message', 'content'],
  private: ['private', 'hiddenfromuser', 'internal'],
  outcome: ['outcome', 'action', 'type'],
  hours: ['timetaken', 'hours'],
} as const;

const mostOutcome = 200;

/** The history that a row carries, entry by entry. */
export function readEntries(raw: unknown, plan: FieldPlan, columns: ImportPlan['columns']): MappedEntry[] {
  if (!Array.isArray(raw)) return [];
  const statusColumn = columns['status']?.column;
  const agentColumn = columns['agent']?.column;
  const statusValues = columns['status']?.values;
  const nameStatus = (text: string): string | undefined => {
    const target = statusValues?.[text];
    if (target !== undefined) return target.as === 'name' ? target.name : undefined;
    return text === '' ? undefined : text;
  };
  return raw.flatMap((item): MappedEntry[] => {
    if (typeof item !== 'object' || item === null) return [];
    const values = item as Values;
    const changes = readChanges(values['changes']);
    const statuses = changes.filter(({ field }) => field === statusColumn || field === 'status');
    const assigned = changes.some(({ field }) => field === agentColumn || field === 'owner' || field === 'assignee');
    const others = changes.filter((change) => !statuses.includes(change));
    const [first, last] = [statuses[0], statuses.at(-1)];
    const when = parseWhen(pick(values, keys.at), (plan.dateFormat ?? 'iso') as DateFormat, plan.zone);
    const entry = {
      at: typeof when === 'number' ? when : undefined,
      by: oneLine(pick(values, keys.by)),
      note: pick(values, keys.note).replaceAll('\0', '').trim(),
      private: isPrivate(values),
      outcome: oneLine(describe(pick(values, keys.outcome), others)).slice(0, mostOutcome),
      seconds: Math.max(0, Math.round((Number(pick(values, keys.hours)) || 0) * 3600)),
      statusBefore: first && nameStatus(first.before),
      statusAfter: last && nameStatus(last.after),
      assigned,
    };
    return [entry];
  });
}

function pick(values: Values, names: readonly string[]): string {
  for (const name of names) {
    const text = toText(pickValue(values, name));
    if (text !== '') return text;
  }
  return '';
}

function isPrivate(values: Values): boolean {
  if (values['public'] === false) return true;
  return ['true', '1', 'yes'].includes(pick(values, keys.private).toLowerCase());
}

interface Change {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Each as a list of three or as an object, under the names that systems give its parts. */
function readChanges(raw: unknown): Change[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((change: unknown): Change[] => {
    if (Array.isArray(change)) {
      const [field, before, after] = change.map(toText);
      return field === undefined || field === '' ? [] : [{ field, before: before ?? '', after: after ?? '' }];
    }
    if (typeof change !== 'object' || change === null) return [];
    const values = change as Values;
    const field = pick(values, ['field', 'name']);
    const before = pick(values, ['before', 'from', 'old']);
    return field === '' ? [] : [{ field, before, after: pick(values, ['after', 'to', 'new']) }];
  });
}

function describe(outcome: string, changes: readonly Change[]): string {
  const told = changes
    .filter(({ before, after }) => before !== after)
    .map(({ field, after }) => (after === '' ? `${field} cleared` : `${field}: ${after}`));
  return [outcome, ...told].filter(Boolean).join(', ');
}
