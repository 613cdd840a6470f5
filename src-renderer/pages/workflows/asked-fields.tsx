import { ActionIcon, Checkbox, Input, Select } from '@mantine/core';
import { X } from 'lucide-react';
import classes from './workflows.module.css';

interface Asked {
  readonly id: number;
  readonly required: boolean;
}

interface Props {
  readonly label: string;
  readonly fields: readonly { readonly id: number; readonly label: string }[];
  readonly value: readonly Asked[];
  readonly mayRequire: boolean;
  readonly onChange: (value: Asked[]) => void;
}

/** The fields of the ticket that an action asks for, in their order. */
export function AskedFields({ label, fields, value, mayRequire, onChange }: Props) {
  const others = fields.filter(({ id }) => !value.some((asked) => asked.id === id));
  const nameOf = (id: number): string => fields.find((field) => field.id === id)?.label ?? `Field ${id}`;
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      description="Asked for when it is used, and parameters of tools that use it."
    >
      {value.length > 0 && (
        <ul className={classes['field-list']}>
          {value.map(({ id, required }) => (
            <li key={id}>
              <span className="one-line">{nameOf(id)}</span>
              <Checkbox
                label="Required"
                aria-label={`${nameOf(id)} is required`}
                checked={required}
                disabled={!mayRequire && !required}
                onChange={({ currentTarget: { checked } }) =>
                  onChange(value.map((asked) => (asked.id === id ? { id, required: checked } : asked)))
                }
              />
              <ActionIcon
                aria-label={`Do not ask for ${nameOf(id)}`}
                onClick={() => onChange(value.filter((asked) => asked.id !== id))}
              >
                <X size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <Select
        aria-label="Add a field"
        placeholder="Add a field"
        searchable
        data={others.map((field) => ({ value: String(field.id), label: field.label }))}
        value={null}
        nothingFoundMessage="No other field has this name"
        onChange={(id) => {
          if (id !== null) onChange([...value, { id: Number(id), required: false }]);
        }}
      />
    </Input.Wrapper>
  );
}
