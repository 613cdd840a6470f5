import { MultiSelect, Select } from '@mantine/core';
import { bindField, type FieldProps } from '../use-record-form.ts';
import classes from '../form.module.css';

export interface FieldChoice<Value> {
  readonly value: Value;
  readonly label: string;
}

interface Props<Values, Value> extends FieldProps<Values, Value | null | undefined> {
  readonly choices: readonly FieldChoice<Value>[];
  /** What no choice is called; without it something is always chosen. */
  readonly none?: string;
  readonly required?: true;
  readonly description?: string;
}

export function ChoiceField<Values, Value extends string | number>(props: Props<Values, Value>) {
  const { form, name, choices, none, ...rest } = props;
  const { label, value, problem, change } = bindField<Values, Value | null | undefined>(form, name);
  return (
    <Select
      {...rest}
      label={label}
      placeholder={none ?? 'Choose'}
      clearable={none !== undefined}
      allowDeselect={false}
      searchable={choices.length > 8}
      data={choices.map((choice) => ({ value: String(choice.value), label: choice.label }))}
      value={value === null || value === undefined ? null : String(value)}
      error={value === null || value === undefined ? undefined : problem}
      onChange={(text) => change(choices.find((choice) => String(choice.value) === text)?.value ?? null)}
    />
  );
}

interface ManyProps<Values> extends FieldProps<Values, readonly number[]> {
  readonly choices: readonly FieldChoice<number>[];
  readonly none: string;
  readonly description?: string;
}

/** Any number of records. */
export function ChoicesField<Values>({ form, name, choices, none, description }: ManyProps<Values>) {
  const { label, value, change } = bindField<Values, readonly number[]>(form, name);
  return (
    <MultiSelect
      className={classes['wide'] ?? ''}
      label={label}
      description={description}
      placeholder={value.length === 0 ? none : ''}
      searchable
      clearable
      data={choices.map((choice) => ({ value: String(choice.value), label: choice.label }))}
      value={value.map(String)}
      onChange={(texts) => change(texts.map(Number))}
    />
  );
}

/** Records as the choices of a field. */
export function toFieldChoices(list: readonly { readonly id: number; readonly name: string }[] | undefined) {
  return (list ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

/** Words of the program as the choices of a field. */
export function toWordChoices<Word extends string>(labels: Readonly<Record<Word, string>>) {
  return (Object.keys(labels) as Word[]).map((word) => ({ value: word, label: labels[word] }));
}
