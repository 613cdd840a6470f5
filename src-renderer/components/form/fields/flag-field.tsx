import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { bindField, type FieldProps } from '../use-record-form.ts';
import classes from '../form.module.css';

interface Props<Values> extends FieldProps<Values, boolean> {
  readonly description?: ReactNode;
}

export function FlagField<Values>({ form, name, description }: Props<Values>) {
  const { label, value, change } = bindField<Values, boolean>(form, name);
  return (
    <Checkbox
      className={classes['wide'] ?? ''}
      label={label}
      description={description}
      checked={value}
      onChange={(event) => change(event.currentTarget.checked)}
    />
  );
}
