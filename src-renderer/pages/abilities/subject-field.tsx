import { Select, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';

interface RecordProps {
  readonly id: number | undefined;
  readonly onChange: (id: number) => void;
}

const block = { offset: 0, limit: 20 } as const;

/** A ticket by its number or words of it; the latest ones without any. */
export function TicketField({ id, onChange }: RecordProps) {
  const [text, asked, setText] = useSearchText();
  const found = useQuery(
    api.tickets.list.queryOptions({
      input: {
        ...block,
        sort: asked === '' ? 'lastActionAt' : 'relevance',
        descending: true,
        ...(asked !== '' && { search: asked }),
      },
      placeholderData: keepPreviousData,
    }),
  );
  const chosen = useQuery(api.tickets.get.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }));
  const rows = (found.data?.rows ?? []).map((row) => ({ id: row.id, name: row.summary }));
  const current = id === undefined ? undefined : { id, name: chosen.data?.summary ?? '' };
  return <Chooser label="Ticket" rows={rows} current={current} text={text} onText={setText} onChange={onChange} />;
}

export function ArticleField({ id, onChange }: RecordProps) {
  const [text, asked, setText] = useSearchText();
  const found = useQuery(
    api.articles.list.queryOptions({
      input: { ...block, sort: 'title', descending: false, ...(asked !== '' && { search: asked }) },
      placeholderData: keepPreviousData,
    }),
  );
  const chosen = useQuery(api.articles.get.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }));
  const rows = (found.data?.rows ?? []).map((row) => ({ id: row.id, name: row.title }));
  const current = id === undefined ? undefined : { id, name: chosen.data?.title ?? '' };
  return <Chooser label="Article" rows={rows} current={current} text={text} onText={setText} onChange={onChange} />;
}

export function TextToRun({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  return (
    <Textarea
      label="Text"
      autosize
      minRows={4}
      maxRows={16}
      maxLength={200_000}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function useSearchText() {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  return [text, asked, setText] as const;
}

interface ChooserProps {
  readonly label: string;
  readonly rows: readonly { readonly id: number; readonly name: string }[];
  readonly current: { readonly id: number; readonly name: string } | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChange: (id: number) => void;
}

function Chooser({ label, rows, current, onText, onChange }: ChooserProps) {
  const all = current === undefined || rows.some(({ id }) => id === current.id) ? rows : [current, ...rows];
  const nameOf = ({ id, name }: { readonly id: number; readonly name: string }) => `${id} ${name}`.trim();
  return (
    <Select
      label={label}
      placeholder="Number or words"
      searchable
      allowDeselect={false}
      nothingFoundMessage="Nothing fits"
      // The core has searched already.
      filter={({ options }) => options}
      data={all.map((row) => ({ value: String(row.id), label: nameOf(row) }))}
      value={current === undefined ? null : String(current.id)}
      onSearchChange={(typed) => onText(current !== undefined && typed === nameOf(current) ? '' : typed)}
      onChange={(id) => id !== null && onChange(Number(id))}
    />
  );
}
