import { FieldSpan } from '../field-grid.tsx';
import { RecordPicker, type PickedKind } from '../record-picker.tsx';
import { bindField, type FieldProps } from '../use-record-form.ts';

interface Props<Values> extends FieldProps<Values, number | null | undefined> {
  readonly kind: PickedKind;
  /** The saved choice, whose name need not be looked up. */
  readonly saved?: { readonly id: number; readonly name: string } | undefined;
  readonly required?: true;
  readonly wide?: true;
  /** Nothing may be chosen. */
  readonly clearable?: true;
}

export function PickerField<Values>({ form, name, kind, saved, required, wide, clearable }: Props<Values>) {
  const { label, value, change } = bindField<Values, number | null | undefined>(form, name);
  const id = value ?? undefined;
  const picker = (
    <RecordPicker
      kind={kind}
      label={label}
      value={id}
      name={id === saved?.id ? saved?.name : undefined}
      onChange={change}
      {...(required && { required })}
      {...(clearable && { onClear: () => change(null) })}
    />
  );
  return wide === true ? <FieldSpan>{picker}</FieldSpan> : picker;
}
