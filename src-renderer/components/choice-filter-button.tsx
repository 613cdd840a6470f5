import { Button } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { Ref } from 'react';
import classes from './choice-filter.module.css';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceFilterProps {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  /** At most one. */
  readonly single?: true;
  readonly onChange: (value: readonly string[]) => void;
}

type ButtonProps = Pick<ChoiceFilterProps, 'name' | 'choices' | 'value'> & {
  readonly opened: boolean;
  readonly onClick: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
};

export function ChoiceFilterButton({ name, choices, value, opened, ...target }: ButtonProps) {
  return (
    <Button
      variant="default"
      fw={400}
      data-chosen={value.length > 0 || undefined}
      className={classes['button'] ?? ''}
      rightSection={<ChevronDown size={12} aria-hidden />}
      aria-haspopup="listbox"
      aria-expanded={opened}
      {...target}
    >
      {describe(name, choices, value)}
    </Button>
  );
}

function describe(name: string, choices: readonly Choice[], value: readonly string[]): string {
  if (value.length === 0) return name;
  if (value.length > 1) return `${name}: ${value.length}`;
  return `${name}: ${choices.find((choice) => choice.value === value[0])?.label ?? value[0]}`;
}
