import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useRef, useState } from 'react';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly width?: number;
}

/** Searches the list of a page as one types. `/` goes to it, Escape empties it. */
export function SearchField({ value, onChange, label, width = 240 }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  const tell = useDebouncedCallback((text: string) => {
    setTold(text);
    onChange(text);
  }, 200);
  useHotkeys([['/', () => input.current?.focus()]]);

  // Changed from outside: by "back", by a link, by clearing all filters.
  if (value !== told) {
    setTold(value);
    setTyped(value);
  }
  const type = (text: string): void => {
    setTyped(text);
    tell(text);
  };
  return (
    <TextInput
      ref={input}
      w={width}
      value={typed}
      aria-label={label}
      placeholder={`${label} (/)`}
      leftSection={<Search size={14} aria-hidden />}
      rightSection={typed !== '' && <CloseButton size="xs" aria-label="Empty the search" onClick={() => type('')} />}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') type('');
      }}
    />
  );
}
