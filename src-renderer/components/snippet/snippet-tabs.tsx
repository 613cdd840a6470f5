import { Tabs } from '@mantine/core';
import type { Snippet } from '../../../src-shared/domain/client-snippets.ts';
import { SnippetBlock } from './snippet-block.tsx';

interface Props {
  readonly label: string;
  readonly snippets: readonly Snippet[];
  /** The id of the one to show; the first when there is no such. */
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

export function SnippetTabs({ label, snippets, value, onChange }: Props) {
  const shown = snippets.find(({ id }) => id === value) ?? snippets[0];
  if (shown === undefined) return null;
  return (
    <Tabs value={shown.id} onChange={(id) => onChange(id ?? undefined)}>
      <Tabs.List aria-label={label} mb="xs">
        {snippets.map(({ id, title }) => (
          <Tabs.Tab key={id} value={id}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={shown.id}>
        <SnippetBlock snippet={shown} />
      </Tabs.Panel>
    </Tabs>
  );
}
