import { Select } from '@mantine/core';
import type { CustomToolChoice } from '../../../../src-shared/api/custom-tools.ts';
import classes from '../custom-tool.module.css';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly choices: readonly CustomToolChoice[];
  /** What tells a choice from others, beside its name. */
  readonly detail?: (id: number) => string | undefined;
  readonly value: number | undefined;
  readonly onChange: (id: number) => void;
}

/** Chooses what a tool is made of. What cannot be chosen on the endpoint says why. */
export function ChoiceSelect({ label, description, choices, detail, value, onChange }: Props) {
  const chosen = choices.find(({ id }) => id === value);
  const isGone = value !== undefined && chosen === undefined;
  const error = chosen?.why ?? (isGone ? 'What was chosen here is gone. Choose another.' : undefined);
  return (
    <Select
      label={label}
      description={description}
      required
      searchable
      classNames={{ option: classes['choice'] ?? '' }}
      allowDeselect={false}
      placeholder="Choose"
      nothingFoundMessage="Nothing fits"
      data={choices.map(({ id, name, why }) => ({ value: String(id), label: name, disabled: why !== undefined }))}
      value={chosen === undefined ? null : String(chosen.id)}
      error={error}
      onChange={(id) => id !== null && onChange(Number(id))}
      renderOption={({ option }) => {
        const why = choices.find(({ id }) => String(id) === option.value)?.why;
        return (
          <span className={classes['option']}>
            <span>{option.label}</span>
            <span className={classes['dim']}>{why ?? detail?.(Number(option.value))}</span>
          </span>
        );
      }}
    />
  );
}
