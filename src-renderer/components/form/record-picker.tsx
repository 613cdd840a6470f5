import { CloseButton, Combobox, InputBase, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import classes from './form.module.css';
import { usePickable, usePickedName, type PickedKind } from './use-pickable.ts';

export type { PickedKind } from './use-pickable.ts';

interface Props {
  readonly kind: PickedKind;
  readonly label: string;
  readonly value: number | undefined;
  /** What the chosen record is called; looked up when it is not known. */
  readonly name: string | undefined;
  readonly onChange: (id: number) => void;
  /** Given where nothing may be chosen. */
  readonly onClear?: () => void;
  readonly required?: boolean;
}

/** Chooses one record among too many for a list, by typing part of a name. */
export function RecordPicker({ kind, label, value, name, onChange, onClear, required = false }: Props) {
  const [typed, setTyped] = useState<string>();
  const [asked] = useDebouncedValue(typed ?? '', 120);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const suggestions = usePickable(kind, asked, combobox.dropdownOpened);
  const shownName = usePickedName(kind, value, name);

  return (
    <Combobox
      store={combobox}
      shadow="sm"
      onOptionSubmit={(id) => {
        onChange(Number(id));
        setTyped(undefined);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          size="xs"
          label={label}
          required={required}
          placeholder="Type part of a name"
          value={typed ?? shownName}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            setTyped(undefined);
            combobox.closeDropdown();
          }}
          {...(onClear === undefined || value === undefined
            ? { rightSection: <Combobox.Chevron />, rightSectionPointerEvents: 'none' as const }
            : { rightSection: <CloseButton size="xs" aria-label={`Clear ${label}`} onClick={onClear} /> })}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} className={classes['picker-options'] ?? ''} aria-label={label}>
          {suggestions.map(({ id, name: text, detail }) => (
            <Combobox.Option key={id} value={String(id)}>
              {text} <span className={classes['picker-detail']}>{detail}</span>
            </Combobox.Option>
          ))}
          {suggestions.length === 0 && <Combobox.Empty>Nothing fits</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
