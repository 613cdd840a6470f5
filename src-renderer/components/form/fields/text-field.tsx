import { Textarea, TextInput } from '@mantine/core';
import { useCheckedField } from '../use-checked-field.ts';
import { bindField, type FieldProps } from '../use-record-form.ts';
import classes from '../form.module.css';

interface Props<Values> extends FieldProps<Values, string> {
  readonly required?: true;
  readonly wide?: true;
  /** Many lines. */
  readonly long?: true;
  readonly autoFocus?: true;
  readonly type?: 'email' | 'tel' | 'date';
  readonly description?: string;
}

/** What is wrong with a field is said once somebody has left it. */
export function TextField<Values>({ form, name, wide, long, autoFocus, type, ...rest }: Props<Values>) {
  const { label, value, problem, change } = bindField<Values, string>(form, name);
  const checked = useCheckedField(value, () => problem);
  const props = {
    ...rest,
    label,
    value,
    className: wide === true || long === true ? (classes['wide'] ?? '') : '',
    ...checked.props,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => change(event.currentTarget.value),
    ...(autoFocus && { 'data-autofocus': true }),
  };
  return long === true ? <Textarea {...props} minRows={4} /> : <TextInput {...props} {...(type && { type })} />;
}
