import { useState } from 'react';
import { checkEntry } from './check-entry.ts';
import type { ControlProps } from './control.ts';
import classes from './schema-form.module.css';

/** What an input says about itself: its name, whether it must be filled, what it means and, once left, what is wrong. */
export function useFieldWords({ name, field, entry, required }: ControlProps) {
  const [left, setLeft] = useState(false);
  const problem = left ? checkEntry(field, entry, required) : undefined;
  return {
    label: <FieldName name={name} title={field.title} />,
    description: field.description === undefined ? undefined : <span className="foreign">{field.description}</span>,
    withAsterisk: required,
    error: problem,
    disabled: entry.kind === 'null',
    onBlur: () => setLeft(true),
  };
}

export function FieldName({ name, title }: { readonly name: string; readonly title: string | undefined }) {
  return (
    <>
      <span className="mono foreign">{name}</span>
      {title !== undefined && title !== name && (
        <span className={classes['title']}>
          {' '}
          <span className="foreign">{title}</span>
        </span>
      )}
    </>
  );
}
