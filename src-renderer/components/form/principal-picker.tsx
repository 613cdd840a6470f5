import { CloseButton, Combobox, InputBase, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';

interface Props {
  readonly label: string;
  readonly description?: string;
  /** The email address of an agent or user; undefined for `nobody`. */
  readonly value: string | undefined;
  /** Who it is when nobody is chosen. */
  readonly nobody?: string;
  readonly onChange: (email: string | undefined) => void;
}

/** Chooses an agent or a user to act as, by typing part of a name or address. */
export function PrincipalPicker({ label, description, value, nobody = 'The administrator', onChange }: Props) {
  const [typed, setTyped] = useState<string>();
  const [asked] = useDebouncedValue(typed ?? '', 120);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const suggestions = useQuery({
    ...api.principals.suggest.queryOptions({ input: { text: asked } }),
    enabled: combobox.dropdownOpened,
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    ...api.principals.suggest.queryOptions({ input: { text: value ?? '' } }),
    enabled: value !== undefined,
  });
  const name = chosen.data?.find(({ email }) => email === value)?.name ?? value ?? '';
  const choose = (email: string | undefined): void => {
    onChange(email);
    setTyped(undefined);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} shadow="sm" onOptionSubmit={choose}>
      <Combobox.Target>
        <InputBase
          size="xs"
          label={label}
          description={description}
          placeholder={nobody}
          value={typed ?? (value === undefined ? nobody : name)}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            setTyped(undefined);
            combobox.closeDropdown();
          }}
          rightSection={
            value === undefined ? (
              <Combobox.Chevron />
            ) : (
              <CloseButton size="xs" aria-label={`${label}: ${nobody}`} onClick={() => choose(undefined)} />
            )
          }
          rightSectionPointerEvents={value === undefined ? 'none' : 'all'}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={label}>
          {(suggestions.data ?? []).map(({ label: id, name: text, email, kind, detail }) => (
            <Combobox.Option key={id} value={email}>
              {text}{' '}
              <span style={{ color: 'var(--mantine-color-dimmed)' }}>
                {kind === 'agent' ? 'Agent' : 'User'}, {detail}
              </span>
            </Combobox.Option>
          ))}
          {suggestions.data?.length === 0 && <Combobox.Empty>Nobody fits</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
