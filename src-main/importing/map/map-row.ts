import { createHash } from 'node:crypto';
import { customPrefix, type ImportPlan } from '../../../src-shared/domain/import-plan.ts';
import type { KindSpec } from '../kinds/field-spec.ts';
import type { SourceRow } from '../read/source-row.ts';
import type { FollowKeys } from './follow-keys.ts';
import type { MappedEntry, MappedValue, Mapping } from './mapped-row.ts';
import { pickValue, toText } from './pick-value.ts';
import { readEntries } from './read-entries.ts';
import { oneLine, readField, readText } from './read-field.ts';

/** How much of a row is kept to be shown with its refusal. */
const mostText = 1000;
const longestId = 400;

/** Makes of each row of a file what the plan says. Knows nothing of the desk, so it runs on a thread of its own. */
export function createRowMapper(plan: ImportPlan, spec: KindSpec, follow: FollowKeys) {
  const fields = spec.fields.flatMap((field) => {
    const column = plan.columns[field.name];
    return column === undefined || field.name === 'id' || field.name === 'number' ? [] : [{ field, column }];
  });
  const custom = Object.entries(plan.columns).flatMap(([name, column]) =>
    name.startsWith(customPrefix) ? [{ label: name.slice(customPrefix.length), column }] : [],
  );
  // Names are looked up later, by who no longer has the row.
  const mayBeRefusedLater =
    plan.kind === 'action' ||
    spec.fields.some(({ name, missing }) => (plan.columns[name]?.missing ?? missing) === 'refuse');
  const only = (plan.only ?? []).map(({ column, values }) => ({ column, values: new Set(values) }));

  return (source: SourceRow): Mapping => {
    const { number: row, values: given } = source;
    const refuse = (reason: string, externalId = ''): Mapping => ({
      kind: 'refused',
      refusal: { row, externalId, reason, text: showRow(given) },
    });
    if (given === undefined) return refuse(source.problem ?? 'The row cannot be read.');
    if (only.some(({ column, values }) => !values.has(toText(pickValue(given, column))))) return { kind: 'leftOut' };
    const read = (name: string): string => {
      const column = plan.columns[name];
      return column === undefined ? '' : oneLine(readText(column, given, follow)).slice(0, longestId);
    };
    const id = read('id');
    const values: Record<string, MappedValue> = {};
    let entries: MappedEntry[] = [];
    for (const { field, column } of fields) {
      if (field.read === 'entries') {
        entries = readEntries(
          column.column === undefined ? undefined : pickValue(given, column.column),
          column,
          plan.columns,
        );
        continue;
      }
      const reading = readField(field, column, given, follow);
      if (reading.problem !== undefined) return refuse(reading.problem, id);
      if (reading.value !== undefined) values[field.name] = reading.value;
      else if (field.required === true) return refuse(`${field.label} is missing.`, id);
    }
    const missing = spec.fields.find((field) => field.required === true && values[field.name] === undefined);
    if (missing !== undefined) return refuse(`${missing.label} is missing.`, id);
    const details: Record<string, string> = {};
    for (const { label, column } of custom) {
      const text = readText(column, given, follow).trim();
      const target = column.values?.[text];
      if (target?.as === 'refuse') return refuse(`${label}: "${text}" is refused by the mapping.`, id);
      const value = target === undefined ? text : target.as === 'name' ? target.name : '';
      if (value !== '') details[label] = value;
    }
    const number = read('number');
    const fingerprint = digest(JSON.stringify([number, values, details, entries]));
    return {
      kind: 'mapped',
      mapped: {
        ...{ row, number: number === '' ? id : number, fingerprint, values, custom: details, entries },
        // Without an id of its own a row is what it says: the same row is the same record, a changed one is another.
        externalId: id === '' ? `content ${fingerprint}` : id,
        text: mayBeRefusedLater ? showRow(given) : '',
      },
    };
  };
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64').slice(0, 22);
}

/** A row as somebody would look at it who wonders why it was refused. */
function showRow(values: Readonly<Record<string, unknown>> | undefined): string {
  return values === undefined ? '' : JSON.stringify(values).slice(0, mostText);
}
