import { TextInput } from '@mantine/core';
import type { Ability } from '../../../src-shared/domain/abilities.ts';
import classes from './ability.module.css';

interface Props {
  readonly parameters: Ability['parameters'];
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** What an ability asks for besides what it is run over; nothing where it asks for nothing. */
export function AbilityParameters({ parameters, values, onChange }: Props) {
  if (parameters.length === 0) return null;
  return (
    <div className={classes['parameters']}>
      {parameters.map(({ name, description, fallback }, index) => (
        <TextInput
          key={index}
          label={name}
          description={description}
          required={fallback === ''}
          placeholder={fallback}
          maxLength={1000}
          value={values[name] ?? ''}
          onChange={(event) => onChange({ ...values, [name]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
