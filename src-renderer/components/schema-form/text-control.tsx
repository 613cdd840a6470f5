import { Textarea, TextInput } from '@mantine/core';
import type { ControlProps } from './control.ts';
import { absent } from './entry.ts';
import type { FieldOf } from './field.ts';
import { useFieldWords } from './use-field-words.tsx';

export function TextControl(props: ControlProps<FieldOf<'text'>>) {
  const { field, entry, required, onChange } = props;
  const words = useFieldWords(props);
  const value = entry.kind === 'text' ? entry.text : '';
  const common = {
    ...words,
    value,
    spellCheck: false,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const text = event.currentTarget.value;
      onChange(text === '' && !required ? absent : { kind: 'text', text });
    },
  };
  if (field.multiline) return <Textarea {...common} />;
  // A date field shows dates alone: any other text would look like none.
  const isDate = field.format === 'date' && (value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value));
  return <TextInput {...common} type={isDate ? 'date' : 'text'} placeholder={placeholders[field.format ?? 'none']} />;
}

const placeholders = {
  none: undefined,
  date: undefined,
  'date-time': '2026-11-22T09:30:00Z',
  email: 'kim@example.org',
  uri: 'https://example.org',
} as const;
