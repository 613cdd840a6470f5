import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { kindNames } from '../../components/record/kind-names.ts';
import { recordPath } from '../../components/record/record-path.ts';
import { SidePanel } from '../../components/side-panel.tsx';
import classes from './synonyms.module.css';

interface Props {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly hasEdits: boolean;
  readonly onClose: () => void;
}

const mostShown = 30;
const mostCharacters = 200;

/** What a search finds now, as the command palette would. */
export function TryPanel({ query, onQuery, hasEdits, onClose }: Props) {
  const [typed, setTyped] = useState(query.slice(0, mostCharacters));
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const { data: found, error } = useQuery({
    ...api.palette.find.queryOptions({ input: { text: asked, limit: mostShown } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (asked !== query) onQuery(asked);
  }, [asked, query, onQuery]);
  const shown = asked === '' ? undefined : found;
  return (
    <SidePanel label="Try a search" title="Try a search" onClose={onClose}>
      <div className={classes['panel']}>
        <TextInput
          label="Search for"
          description="Words of your groups, as somebody would type them."
          maxLength={mostCharacters}
          leftSection={<Search size={14} aria-hidden />}
          value={typed}
          autoFocus
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
        />
        {hasEdits && (
          <p className={classes['note']}>It finds by the saved groups. What is unsaved does not count yet.</p>
        )}
        {error !== null && <ErrorState error={error} what="The search failed" />}
        <div role="status" className={classes['dim']}>
          {shown !== undefined && describeFound(shown.length)}
        </div>
        {shown !== undefined && shown.length > 0 && (
          <ol className={classes['found']}>
            {shown.map(({ kind, id, title, detail }) => (
              <li key={`${kind}-${id}`}>
                <Link to={recordPath(kind, id)} className="foreign">
                  {title}
                </Link>
                <span className={classes['dim']}>
                  {kindNames[kind]} {id}
                  {detail !== '' && ` · ${detail}`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </SidePanel>
  );
}

function describeFound(count: number): string {
  if (count === 0) return 'Nothing is found.';
  if (count === mostShown) return `The best ${mostShown} records:`;
  return count === 1 ? 'One record:' : `The best ${count} records, at most six of a kind:`;
}
