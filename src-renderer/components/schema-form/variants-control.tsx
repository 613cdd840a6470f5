import { Select } from '@mantine/core';
import { Fragment } from 'react';
import type { ControlProps } from './control.ts';
import { createEntry, createFilledEntry } from './create-entry.ts';
import { absent } from './entry.ts';
import type { FieldOf } from './field.ts';
import { useFieldWords } from './use-field-words.tsx';
import classes from './schema-form.module.css';

/** A value of one of several kinds: which one, then its own field. */
export function VariantsControl(props: ControlProps<FieldOf<'variants'>>) {
  const { name, path, field, entry, required, onChange, draw } = props;
  const words = useFieldWords(props);
  const variant = entry.kind === 'variant' ? field.variants[entry.index] : undefined;
  return (
    <div className={classes['group']}>
      <Select
        {...words}
        placeholder={required ? 'Choose a kind' : 'Leave out'}
        clearable={!required}
        allowDeselect={false}
        data={field.variants.map(({ label }, index) => ({ value: String(index), label }))}
        value={entry.kind === 'variant' ? String(entry.index) : null}
        onChange={(chosen) => {
          const index = Number(chosen);
          const next = field.variants[index];
          if (chosen === null || next === undefined) onChange(absent);
          else onChange({ kind: 'variant', index, entry: createFilledEntry(next.field) });
        }}
      />
      {variant !== undefined && entry.kind === 'variant' && (
        <Fragment key={entry.index}>
          {draw({
            name: variant.label,
            path: `${path}${name} `,
            field: variant.field,
            entry: entry.entry.kind === 'absent' ? createEntry(variant.field, true) : entry.entry,
            required: true,
            onChange: (changed) => onChange({ ...entry, entry: changed }),
          })}
        </Fragment>
      )}
    </div>
  );
}
