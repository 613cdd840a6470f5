import { TextInput } from '@mantine/core';
import type { ControlProps } from './control.ts';
import { absent } from './entry.ts';
import type { FieldOf } from './field.ts';
import { useFieldWords } from './use-field-words.tsx';

/** A number as it is typed: what is no number yet is kept until it is. */
export function NumberControl(props: ControlProps<FieldOf<'number'>>) {
  const { field, entry, onChange } = props;
  const words = useFieldWords(props);
  return (
    <TextInput
      {...words}
      inputMode={field.integer ? 'numeric' : 'decimal'}
      maw={240}
      placeholder={describeRange(field)}
      value={entry.kind === 'text' ? entry.text : ''}
      onChange={(event) => {
        const text = event.currentTarget.value;
        onChange(text === '' ? absent : { kind: 'text', text });
      }}
    />
  );
}

function describeRange({ minimum, maximum }: ControlProps<FieldOf<'number'>>['field']): string | undefined {
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${minimum} or more`;
  return maximum === undefined ? undefined : `${maximum} or less`;
}
