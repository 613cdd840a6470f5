import type { FieldPlan } from '../../../src-shared/domain/import-plan.ts';
import type { FieldSpec } from '../kinds/field-spec.ts';
import type { DateFormat } from '../read/date-format.ts';
import { parseWhen } from '../read/parse-when.ts';
import type { MappedValue } from './mapped-row.ts';
import { isNothing, pickValue, toText } from './pick-value.ts';
import type { FollowKeys } from './follow-keys.ts';

export type FieldReading =
  { readonly value: MappedValue | undefined; readonly problem?: undefined } | { readonly problem: string };

const yes = new Set(['1', 'true', 'yes', 'y', 't', 'on', 'x', 'ja', 'oui', 'si', 'sí']);
const no = new Set(['0', 'false', 'no', 'n', 'f', 'off', 'nein', 'non']);

/** The text of a field before anything is made of it; blank where the row has nothing for it. */
export function readText(plan: FieldPlan, values: Readonly<Record<string, unknown>>, follow: FollowKeys): string {
  const raw = plan.column === undefined ? undefined : pickValue(values, plan.column);
  const found = toText(plan.via === undefined ? raw : follow(plan.via, toText(raw)));
  return found.trim() === '' ? (plan.constant ?? '') : found;
}

/** What one field of the desk gets from a row of the file. */
export function readField(
  spec: FieldSpec,
  plan: FieldPlan,
  values: Readonly<Record<string, unknown>>,
  follow: FollowKeys,
): FieldReading {
  if (spec.read === 'list') return readList(plan, values);
  const whole = readText(plan, values, follow);
  const text = whole.trim();
  const target = plan.values?.[text];
  if (target?.as === 'none') return { value: undefined };
  if (target?.as === 'refuse') return { problem: `${spec.label}: "${cut(text)}" is refused by the mapping.` };
  const named = target?.name ?? text;
  const isText = spec.read === 'text';
  if (isText ? named === '' : isNothing(named)) return { value: undefined };
  switch (spec.read) {
    case 'when':
      return readWhen(spec, plan, named);
    case 'flag':
      return readFlag(spec, plan, named);
    case 'number':
      return readNumber(spec, named);
    case 'choice': {
      const choice = spec.choices?.find((each) => each.toLowerCase() === named.toLowerCase());
      const known = spec.choices?.join(', ') ?? '';
      return choice === undefined
        ? { problem: `${spec.label}: "${cut(named)}" is none of ${known}.` }
        : { value: choice };
    }
    case 'text':
      return { value: spec.line === true ? oneLine(named) : (target?.name ?? whole).replaceAll('\0', '') };
    default:
      return { value: oneLine(named).slice(0, 400) };
  }
}

function readWhen(spec: FieldSpec, plan: FieldPlan, text: string): FieldReading {
  const when = parseWhen(text, (plan.dateFormat ?? 'iso') as DateFormat, plan.zone);
  if (when === 'none') return { value: undefined };
  if (when === undefined) return { problem: `${spec.label}: "${cut(text)}" is no date that is read like the others.` };
  return { value: when };
}

function readFlag(spec: FieldSpec, plan: FieldPlan, text: string): FieldReading {
  if (plan.atLeast !== undefined) {
    const number = Number(text);
    return Number.isNaN(number)
      ? { problem: `${spec.label}: "${cut(text)}" is no number.` }
      : { value: number >= plan.atLeast };
  }
  const lower = text.toLowerCase();
  if (yes.has(lower)) return { value: true };
  if (no.has(lower)) return { value: false };
  return { problem: `${spec.label}: "${cut(text)}" is neither yes nor no.` };
}

function readNumber(spec: FieldSpec, text: string): FieldReading {
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? { value: number } : { problem: `${spec.label}: "${cut(text)}" is no number.` };
}

/** The items of a list: an array, or a text with commas, semicolons or line breaks between them. */
export function readItems(plan: FieldPlan, values: Readonly<Record<string, unknown>>): string[] {
  const raw = plan.column === undefined ? undefined : pickValue(values, plan.column);
  const items = Array.isArray(raw) ? raw.map(toText) : toText(raw).split(/[,;\n]/);
  return (items.some((item) => item.trim() !== '') ? items : [plan.constant ?? '']).map(oneLine);
}

function readList(plan: FieldPlan, values: Readonly<Record<string, unknown>>): FieldReading {
  const named = readItems(plan, values).flatMap((text) => {
    const target = plan.values?.[text];
    if (target !== undefined) return target.as === 'name' ? [target.name] : [];
    return text === '' || isNothing(text) ? [] : [text.slice(0, 400)];
  });
  return { value: named.length === 0 ? undefined : [...new Set(named)] };
}

export function oneLine(text: string): string {
  return text.replaceAll(/[\s\0]+/g, ' ').trim();
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
