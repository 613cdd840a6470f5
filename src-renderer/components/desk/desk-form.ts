import type { ComponentType } from 'react';
import type { FormWords, RecordForm } from '../form/use-record-form.ts';
import type { PagedKind } from '../record/record-path.ts';

export interface SavedRecord {
  readonly id: number;
  readonly revision: number;
}

export interface DeskFieldsProps<Values, Data> {
  readonly form: RecordForm<Values>;
  /** Absent for a new one. */
  readonly record?: Data;
}

/** How records of a kind are edited and made. */
export interface DeskForm<Values, Data> extends FormWords<Values> {
  readonly kind: PagedKind;
  readonly valuesOf: (record: Data) => Values;
  readonly Fields: ComponentType<DeskFieldsProps<Values, Data>>;
  readonly update: (input: SavedRecord & { readonly changes: Partial<Values> }) => Promise<Data>;
}
