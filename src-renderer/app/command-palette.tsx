import { Spotlight } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/client.ts';
import { kindNames } from '../components/record/kind-names.ts';
import { recordPath } from '../components/record/record-path.ts';
import { pages } from '../pages/index.ts';
import { useCommands } from './use-commands.ts';

/** Reaches every page, record, action and setting by name or number; records, which are many, come last. */
export function CommandPalette() {
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 120);
  const navigate = useNavigate();
  const commands = useCommands();
  const { data: found = [] } = useQuery({
    ...api.palette.find.queryOptions({ input: { text: asked, limit: 12 } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const fits = (...texts: (string | undefined)[]): boolean =>
    texts.some((text) => text?.toLowerCase().includes(query.trim().toLowerCase()) === true);
  const shownPages = pages.filter(({ path, title, words }) => !path.includes(':') && fits(title, words));
  const shownCommands = commands.filter(({ title, words }) => fits(title, words));
  const records = asked === '' || query.trim() === '' ? [] : found;
  const { data: talks } = useQuery({
    ...api.conversations.list.queryOptions({ input: { search: asked, offset: 0, limit: 5 } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const conversations = asked === '' || query.trim() === '' ? [] : (talks?.rows ?? []);
  const nothing = shownPages.length + shownCommands.length + records.length + conversations.length === 0;

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      // Nothing to ignore: it opens while one types too.
      tagsToIgnore={[]}
      triggerOnContentEditable
      scrollable
      lockScroll={false}
      maxHeight={440}
      radius="sm"
      clearQueryOnClose
    >
      <Spotlight.Search
        placeholder="A page, an action, or a record by number or words"
        aria-label="Search and commands"
        leftSection={<Search size={16} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {shownPages.length > 0 && (
          <Spotlight.ActionsGroup label="Pages">
            {shownPages.map(({ path, title, navigation }) => (
              <Spotlight.Action
                key={path}
                label={title}
                description={navigation?.group ?? ''}
                onClick={() => void navigate(path)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {shownCommands.length > 0 && (
          <Spotlight.ActionsGroup label="Actions and settings">
            {shownCommands.map(({ title, run }) => (
              <Spotlight.Action key={title} label={title} onClick={run} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {records.length > 0 && (
          <Spotlight.ActionsGroup label="Records">
            {records.map(({ kind, id, title, detail }) => (
              <Spotlight.Action
                key={`${kind}-${id}`}
                label={title}
                description={`${kindNames[kind]} ${id}${detail === '' ? '' : ` · ${detail}`}`}
                onClick={() => void navigate(recordPath(kind, id))}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {conversations.length > 0 && (
          <Spotlight.ActionsGroup label="Conversations">
            {conversations.map(({ id, title, excerpt }) => (
              <Spotlight.Action
                key={id}
                label={title}
                description={excerpt ?? 'Playground'}
                onClick={() => void navigate(`/playground/${id}`)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing && <Spotlight.Empty>Nothing has this name or number.</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
