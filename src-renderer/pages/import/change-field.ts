import { customPrefix, type FieldPlan, type ImportPlan } from '../../../src-shared/domain/import-plan.ts';

type FieldChange = { readonly [Name in keyof FieldPlan]?: FieldPlan[Name] | undefined };

export type Columns = ImportPlan['columns'];

/** The columns with one field changed; a field that nothing fills any more is left out. */
export function changeField(columns: Columns, field: string, change: FieldChange): Columns {
  const { [field]: before, ...others } = columns;
  const entries = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
  const after: FieldPlan = Object.fromEntries(entries);
  if (after.column === undefined && after.constant === undefined) return others;
  return before === undefined ? { ...others, [field]: after } : { ...columns, [field]: after };
}

export function customFieldOf(label: string): string {
  return `${customPrefix}${label}`;
}

/** Whether something of the column is taken: itself, or a key within it. */
export function isUsed(columns: Columns, column: string): boolean {
  return Object.values(columns).some(({ column: used }) => used === column || used?.startsWith(`${column}.`) === true);
}
