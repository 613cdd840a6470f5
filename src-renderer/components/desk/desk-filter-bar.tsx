import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { ChoiceFilter } from '../choice-filter.tsx';
import { inSentence } from '../in-sentence.ts';
import { SearchField } from '../search-field.tsx';
import type { RecordNouns } from './desk-kind.ts';
import type { DeskList } from './use-desk-list.ts';

interface Props {
  readonly list: DeskList;
  readonly of: RecordNouns;
  /** Further filters, after the list's own. */
  readonly children?: ReactNode;
}

export function DeskFilterBar({ list, of, children }: Props) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const { filters, texts, isFiltered, set, clear } = list;
  return (
    <>
      <SearchField
        label={`Search ${inSentence(of.many)}`}
        value={texts['search'] ?? ''}
        onChange={(search) => set({ search })}
      />
      {Object.entries(filters).map(([key, { name, choices }]) => {
        const text = texts[key];
        if (choices === undefined) {
          return <DayInput key={key} name={name} value={text ?? ''} onChange={(day) => set({ [key]: day })} />;
        }
        return (
          <ChoiceFilter
            key={key}
            single
            name={name}
            choices={lookups === undefined ? [] : choices(lookups)}
            value={text === undefined ? [] : [text]}
            onChange={([value]) => set({ [key]: value })}
          />
        );
      })}
      {children}
      {isFiltered && (
        <Button variant="subtle" onClick={clear}>
          Clear filters
        </Button>
      )}
    </>
  );
}

interface DayProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (day: string | undefined) => void;
}

function DayInput({ name, value, onChange }: DayProps) {
  return (
    <TextInput
      type="date"
      aria-label={name}
      leftSection={name}
      leftSectionWidth={name.length * 7 + 16}
      leftSectionPointerEvents="none"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : currentTarget.value)}
    />
  );
}
