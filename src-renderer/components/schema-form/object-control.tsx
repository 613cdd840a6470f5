import { Button } from '@mantine/core';
import type { ControlProps } from './control.ts';
import { createFilledEntry } from './create-entry.ts';
import { absent } from './entry.ts';
import type { FieldOf } from './field.ts';
import { FieldGroup } from './field-group.tsx';
import { PropertyList } from './property-list.tsx';

export function ObjectControl(props: ControlProps<FieldOf<'object'>>) {
  const { name, path, field, entry, required, onChange, draw } = props;
  const actions =
    entry.kind === 'object' ? (
      !required && (
        <Button variant="subtle" aria-label={`Leave out ${path}${name}`} onClick={() => onChange(absent)}>
          Leave out
        </Button>
      )
    ) : (
      <Button
        variant="default"
        disabled={entry.kind === 'null'}
        aria-label={`Fill in ${path}${name}`}
        onClick={() => onChange(createFilledEntry(field))}
      >
        Fill in
      </Button>
    );
  return (
    <FieldGroup {...props} actions={actions}>
      {entry.kind === 'object' && (
        <PropertyList field={field} entry={entry} onChange={onChange} path={`${path}${name} `} draw={draw} />
      )}
    </FieldGroup>
  );
}
