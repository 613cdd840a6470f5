import type { ReactNode } from 'react';
import type { Entry } from './entry.ts';
import type { Field } from './field.ts';

export interface FieldProps<F extends Field = Field> {
  readonly name: string;
  /** What stands before the name in the control's full name: the fields that it is inside of. */
  readonly path: string;
  readonly field: F;
  readonly entry: Entry;
  readonly required: boolean;
  readonly onChange: (entry: Entry) => void;
}

/** Draws any field: handed down, so that the fields made of others need not import what draws them. */
export type DrawField = (props: FieldProps) => ReactNode;

export interface ControlProps<F extends Field = Field> extends FieldProps<F> {
  readonly draw: DrawField;
}
