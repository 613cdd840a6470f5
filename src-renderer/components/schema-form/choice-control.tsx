import { Select, TextInput } from '@mantine/core';
import type { ControlProps } from './control.ts';
import { absent } from './entry.ts';
import type { FieldOf } from './field.ts';
import { useFieldWords } from './use-field-words.tsx';

export function ChoiceControl(props: ControlProps<FieldOf<'choice'>>) {
  const { field, entry, required, onChange } = props;
  const words = useFieldWords(props);
  const { options } = field;
  if (required && options.length === 1 && entry.kind === 'choice') {
    return <TextInput {...words} readOnly value={describeOption(options[0])} />;
  }
  return (
    <Select
      {...words}
      placeholder={required ? 'Choose' : 'Leave out'}
      clearable={!required}
      allowDeselect={!required}
      searchable={options.length > 8}
      data={options.map((option, index) => ({ value: String(index), label: describeOption(option) }))}
      value={entry.kind === 'choice' ? String(entry.index) : null}
      onChange={(chosen) => onChange(chosen === null ? absent : { kind: 'choice', index: Number(chosen) })}
    />
  );
}

function describeOption(option: unknown): string {
  if (typeof option === 'string') return option === '' ? '(empty text)' : option;
  return JSON.stringify(option);
}
