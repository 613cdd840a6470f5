import { NumberInput } from '@mantine/core';
import { useCheckedField } from '../../components/form/use-checked-field.ts';
import { bindField, type FieldProps } from '../../components/form/use-record-form.ts';

interface Props<Values> extends FieldProps<Values, number | null> {
  readonly description: string;
  /** What an empty field means; without it a number is needed. */
  readonly none?: string;
  readonly max: number;
}

/** A whole number; nothing written is null. */
export function NumberField<Values>({ form, name, description, none, max }: Props<Values>) {
  const { label, value, problem, change } = bindField<Values, number | null>(form, name);
  const checked = useCheckedField(String(value ?? ''), () => problem);
  return (
    <NumberInput
      label={label}
      description={description}
      placeholder={none ?? ''}
      required={none === undefined}
      withAsterisk={none === undefined}
      allowDecimal={false}
      allowNegative={false}
      min={0}
      max={max}
      clampBehavior="none"
      value={value ?? ''}
      {...checked.props}
      onChange={(number) => change(typeof number === 'number' ? number : null)}
    />
  );
}
