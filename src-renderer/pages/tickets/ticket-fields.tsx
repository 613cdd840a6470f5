import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useEffect, useId } from 'react';
import type { TicketRecord } from '../../../src-shared/api/tickets.ts';
import { FieldSpan } from '../../components/form/field-grid.tsx';
import { useCheckedField } from '../../components/form/use-checked-field.ts';

type Field = TicketRecord['fields'][number];

export interface TicketFieldValue {
  readonly id: number;
  readonly value: string;
}

/** A field whose value was refused when it was sent. */
export interface RefusedField {
  readonly id: number;
  readonly sentence: string;
}

interface Props {
  readonly fields: readonly Field[];
  readonly values: readonly TicketFieldValue[];
  readonly refused?: RefusedField | undefined;
  readonly onChange: (values: TicketFieldValue[]) => void;
}

/** The fields that the ticket's type has beyond those of every ticket. */
export function TicketFields({ fields, values, refused, onChange }: Props) {
  const put = (id: number, value: string): void => onChange(values.map((one) => (one.id === id ? { id, value } : one)));
  return fields.map((field) => {
    return (
      <FieldInput
        key={field.id}
        field={field}
        value={valueOf(field, values)}
        refusal={refused?.id === field.id ? refused.sentence : undefined}
        onChange={(text) => put(field.id, text)}
      />
    );
  });
}

/** Whether a field that must have a value has none. */
export function isMissing(field: Field, values: readonly TicketFieldValue[]): boolean {
  return field.required && valueOf(field, values).trim() === '';
}

function valueOf(field: Field, values: readonly TicketFieldValue[]): string {
  return values.find(({ id }) => id === field.id)?.value ?? '';
}

interface InputProps {
  readonly field: Field;
  readonly value: string;
  readonly refusal: string | undefined;
  readonly onChange: (value: string) => void;
}

function FieldInput({ field, value, refusal, onChange }: InputProps) {
  const { id, label, kind, required } = field;
  const checked = useCheckedField(value, () =>
    isMissing(field, [{ id, value }]) ? 'This field needs a value.' : undefined,
  );
  const inputId = useId();
  // Sending disabled the button that had the focus.
  useEffect(() => {
    if (refusal !== undefined) document.getElementById(inputId)?.focus();
  }, [refusal, inputId]);
  const common = { id: inputId, label, required, ...checked.props, error: refusal ?? checked.props.error };
  switch (kind) {
    case 'choice':
    case 'yes_no':
      return (
        <Select
          {...common}
          clearable
          data={kind === 'choice' ? keepChoice(field.choices, field.value) : ['Yes', 'No']}
          value={value === '' ? null : value}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      );
    case 'long_text':
      return (
        <FieldSpan>
          <Textarea {...common} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
        </FieldSpan>
      );
    case 'number':
      return <NumberInput {...common} value={value} onChange={(number) => onChange(String(number))} />;
    case 'date':
    case 'text':
      return (
        <TextInput type={kind} {...common} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
      );
  }
}

/** A ticket may have a choice that is no longer offered to others. */
function keepChoice(choices: readonly string[], saved: string): string[] {
  return saved === '' || choices.includes(saved) ? [...choices] : [...choices, saved];
}
