import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import type { TicketRecord } from '../../../src-shared/api/tickets.ts';
import { FieldSpan } from '../../components/form/field-grid.tsx';

type Field = TicketRecord['fields'][number];

export interface TicketFieldValue {
  readonly id: number;
  readonly value: string;
}

interface Props {
  readonly fields: readonly Field[];
  readonly values: readonly TicketFieldValue[];
  readonly onChange: (values: TicketFieldValue[]) => void;
}

/** The fields that the ticket's type has beyond those of every ticket. */
export function TicketFields({ fields, values, onChange }: Props) {
  const put = (id: number, value: string): void => onChange(values.map((one) => (one.id === id ? { id, value } : one)));
  return fields.map((field) => {
    const value = values.find(({ id }) => id === field.id)?.value ?? '';
    return <FieldInput key={field.id} field={field} value={value} onChange={(text) => put(field.id, text)} />;
  });
}

interface InputProps {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function FieldInput({ field, value, onChange }: InputProps) {
  const { label, kind, required } = field;
  switch (kind) {
    case 'choice':
    case 'yes_no':
      return (
        <Select
          label={label}
          required={required}
          clearable
          data={kind === 'choice' ? field.choices : ['Yes', 'No']}
          value={value === '' ? null : value}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      );
    case 'long_text':
      return (
        <FieldSpan>
          <Textarea
            label={label}
            required={required}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </FieldSpan>
      );
    case 'number':
      return (
        <NumberInput label={label} required={required} value={value} onChange={(number) => onChange(String(number))} />
      );
    case 'date':
    case 'text':
      return (
        <TextInput
          type={kind}
          label={label}
          required={required}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
