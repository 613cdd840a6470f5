import { Combobox, useCombobox } from '@mantine/core';
import { Check } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { ChoiceFilterButton, type ChoiceFilterProps } from './choice-filter-button.tsx';
import classes from './choice-filter.module.css';

/** The filter from its first use on. It opens as it appears, and the focus stays on its button. */
export function OpenedChoiceFilter({ name, choices, value, single, onChange }: ChoiceFilterProps) {
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      setSearch('');
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
  });
  const begin = useEffectEvent(() => {
    combobox.focusTarget();
    combobox.openDropdown();
  });
  useEffect(() => begin(), []);
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
        <ChoiceFilterButton
          name={name}
          choices={choices}
          value={value}
          opened={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        />
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
