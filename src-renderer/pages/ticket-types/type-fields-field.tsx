import { Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { FieldSpan } from '../../components/form/field-grid.tsx';
import { OrderedRows } from '../../components/setup/ordered-rows.tsx';
import { toChoices } from '../../components/to-choices.ts';
import classes from './ticket-types.module.css';

interface TypeField {
  readonly id: number;
  readonly required: boolean;
}

interface Props {
  readonly fields: readonly TypeField[];
  readonly onChange: (fields: TypeField[]) => void;
}

/** The custom fields of a type, in the order in which tickets show them. */
export function TypeFieldsField({ fields, onChange }: Props) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const names = new Map(lookups?.fields.map(({ id, name }) => [id, name]));
  const others = lookups?.fields.filter(({ id }) => !fields.some((field) => field.id === id));
  return (
    <FieldSpan>
      <div role="group" aria-label="Fields" className={classes['fields']}>
        <h2>Fields</h2>
        {fields.length === 0 && <p className={classes['dim']}>None: its tickets have what every ticket has.</p>}
        <OrderedRows
          label="Fields in their order"
          rows={fields.map(({ id, required }) => ({
            id,
            name: names.get(id) ?? `Field ${id}`,
            control: (
              <Checkbox
                label="Required"
                aria-label={`${names.get(id) ?? `Field ${id}`} is required`}
                checked={required}
                onChange={(event) => {
                  const isRequired = event.currentTarget.checked;
                  onChange(fields.map((each) => (each.id === id ? { id, required: isRequired } : each)));
                }}
              />
            ),
          }))}
          onOrder={(ids) => onChange(ids.flatMap((id) => fields.find((field) => field.id === id) ?? []))}
          onRemove={(id) => onChange(fields.filter((field) => field.id !== id))}
        />
        <Select
          aria-label="Add a field"
          placeholder="Add a field"
          searchable
          data={toChoices(others)}
          value={null}
          nothingFoundMessage="No other field"
          onChange={(id) => {
            if (id !== null) onChange([...fields, { id: Number(id), required: false }]);
          }}
        />
      </div>
    </FieldSpan>
  );
}
