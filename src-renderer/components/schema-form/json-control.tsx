import { Button, Input } from '@mantine/core';
import { JsonEditor } from '../json/json-editor.tsx';
import type { ControlProps } from './control.ts';
import { createFilledEntry } from './create-entry.ts';
import { absent } from './entry.ts';
import { useFieldWords } from './use-field-words.tsx';
import classes from './schema-form.module.css';

/** For values that have no control of their own, and for such as do not fit theirs. */
export function JsonControl(props: ControlProps) {
  const { name, path, field, entry, required, onChange } = props;
  const { label, description, withAsterisk, error, onBlur } = useFieldWords(props);
  const misfit = field.kind !== 'json';
  return (
    <Input.Wrapper
      size="xs"
      label={label}
      description={description}
      withAsterisk={withAsterisk}
      error={error}
      labelElement="div"
      onBlur={onBlur}
    >
      {entry.kind === 'null' ? null : (
        <JsonEditor
          small
          label={`${path}${name} as JSON`}
          value={entry.kind === 'json' ? entry.text : ''}
          onChange={(text) => onChange(text === '' && !required ? absent : { kind: 'json', text })}
        />
      )}
      {misfit && (
        <div className={classes['misfit']}>
          This value does not fit the field, so it is shown as JSON.
          <Button variant="subtle" onClick={() => onChange(required ? createFilledEntry(field) : absent)}>
            Use the field instead
          </Button>
        </div>
      )}
    </Input.Wrapper>
  );
}
