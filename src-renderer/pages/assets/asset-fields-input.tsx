import { ActionIcon, Button, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import classes from './assets.module.css';

export interface AssetField {
  readonly name: string;
  readonly value: string;
}

interface Props {
  readonly fields: readonly AssetField[];
  readonly problem: string | undefined;
  readonly onChange: (fields: AssetField[]) => void;
}

/** What an asset has beyond what every asset has: names and values of one's own. */
export function AssetFieldsInput({ fields, problem, onChange }: Props) {
  const put = (at: number, change: Partial<AssetField>): void =>
    onChange(fields.map((field, index) => (index === at ? { ...field, ...change } : field)));
  return (
    <fieldset className={classes['fields']}>
      <legend>Fields</legend>
      {fields.map(({ name, value }, index) => (
        <div key={index} className={classes['field']}>
          <TextInput
            aria-label={`Name of field ${index + 1}`}
            placeholder="Name"
            value={name}
            onChange={(event) => put(index, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Value of ${name === '' ? `field ${index + 1}` : name}`}
            placeholder="Value"
            value={value}
            onChange={(event) => put(index, { value: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={`Remove ${name === '' ? `field ${index + 1}` : name}`}
            onClick={() => onChange(fields.filter((_, other) => other !== index))}
          >
            <X size={14} />
          </ActionIcon>
        </div>
      ))}
      {problem !== undefined && (
        <div role="status" className={classes['problem']}>
          {problem}
        </div>
      )}
      <Button variant="default" onClick={() => onChange([...fields, { name: '', value: '' }])}>
        Add a field
      </Button>
    </fieldset>
  );
}

export function checkAssetFields(fields: readonly AssetField[]): string | undefined {
  const names = fields.map(({ name }) => name.trim());
  if (names.some((name) => name === '')) return 'Each field needs a name.';
  if (names.some((name) => name.length > 100)) return 'A name has at most 100 characters.';
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? undefined : `There are two fields called ${twice}.`;
}
