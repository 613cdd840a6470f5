import { Button, Combobox, useCombobox } from '@mantine/core';
import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import classes from './choice-filter.module.css';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  /** At most one. */
  readonly single?: true;
  readonly onChange: (value: readonly string[]) => void;
}

/** A filter of a list: a button that says what is chosen and opens the choices, with a search where they are many. */
export function ChoiceFilter({ name, choices, value, single, onChange }: Props) {
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      setSearch('');
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
  });
  const long = choices.length > 8;
  const shown = choices.filter(({ label }) => label.toLowerCase().includes(search.trim().toLowerCase()));
  const submit = (chosen: string): void => {
    if (single === true) {
      onChange(value.includes(chosen) ? [] : [chosen]);
      combobox.closeDropdown();
    } else {
      onChange(value.includes(chosen) ? value.filter((one) => one !== chosen) : [...value, chosen]);
    }
  };
  return (
    <Combobox store={combobox} width={240} position="bottom-start" onOptionSubmit={submit} shadow="sm">
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <Button
          variant="default"
          fw={400}
          data-chosen={value.length > 0 || undefined}
          className={classes['button'] ?? ''}
          rightSection={<ChevronDown size={12} aria-hidden />}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          {describe(name, choices, value)}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        {long && (
          <Combobox.Search
            value={search}
            aria-label={`Find a choice of ${name}`}
            placeholder="Find"
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
        <Combobox.Options mah={320} className={classes['options'] ?? ''} aria-label={name}>
          {shown.map((choice) => (
            <Combobox.Option key={choice.value} value={choice.value} active={value.includes(choice.value)}>
              <span className={classes['option']}>
                <span className={classes['check']}>{value.includes(choice.value) && <Check size={12} />}</span>
                <span className="one-line">{choice.label}</span>
              </span>
            </Combobox.Option>
          ))}
          {shown.length === 0 && <Combobox.Empty>Nothing fits</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function describe(name: string, choices: readonly Choice[], value: readonly string[]): string {
  if (value.length === 0) return name;
  if (value.length > 1) return `${name}: ${value.length}`;
  return `${name}: ${choices.find((choice) => choice.value === value[0])?.label ?? value[0]}`;
}
