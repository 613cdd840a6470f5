import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { usePageKeys } from './use-page-keys.ts';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly width?: number;
}

/** Searches the list of a page as one types. `/` goes to it, Escape empties it. */
export function SearchField({ value, onChange, label, width = 200 }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState<readonly string[]>([]);
  const tell = useDebouncedCallback((text: string) => {
    if (text === (sent.at(-1) ?? seen)) return;
    setSent([...sent, text]);
    onChange(text);
  }, 200);
  usePageKeys([['/', () => input.current?.focus()]]);

  // What was sent comes back later, and must not undo what was typed since. Anything else was changed from outside:
  // by "back", by a link, by clearing all filters.
  if (value !== seen) {
    const own = sent.indexOf(value);
    setSeen(value);
    setSent(own < 0 ? [] : sent.slice(own + 1));
    if (own < 0) setTyped(value);
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
