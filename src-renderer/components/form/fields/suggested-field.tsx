import { Autocomplete } from '@mantine/core';
import { useCheckedField } from '../use-checked-field.ts';
import { bindField, type FieldProps } from '../use-record-form.ts';

interface Props<Values> extends FieldProps<Values, string> {
  readonly suggestions: readonly string[];
  readonly required?: true;
}

/** Text, with what others wrote in the same place. */
export function SuggestedField<Values>({ form, name, suggestions, required }: Props<Values>) {
  const { label, value, problem, change } = bindField<Values, string>(form, name);
  const checked = useCheckedField(value, () => problem);
  return (
    <Autocomplete
      size="xs"
      label={label}
      required={required ?? false}
      data={suggestions}
      value={value}
      {...checked.props}
      onChange={change}
    />
  );
}
