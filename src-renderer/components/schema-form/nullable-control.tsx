import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ControlProps } from './control.ts';
import { createEntry } from './create-entry.ts';
import classes from './schema-form.module.css';

/** A control with the choice of sending null beside it. */
export function NullableControl(props: ControlProps & { readonly children: ReactNode }) {
  const { name, path, field, entry, required, onChange, children } = props;
  return (
    <div className={classes['nullable']}>
      {children}
      <Checkbox
        label="Send null"
        aria-label={`Send null for ${path}${name}`}
        checked={entry.kind === 'null'}
        onChange={(event) => onChange(event.currentTarget.checked ? { kind: 'null' } : createEntry(field, required))}
      />
    </div>
  );
}
