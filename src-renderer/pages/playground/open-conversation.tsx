import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { api } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { SideBySide } from './compare/side-by-side.tsx';
import { Frame } from './frame.tsx';
import { SingleConversation } from './single-conversation.tsx';
import { usePlaygroundUrl } from './use-playground-url.ts';

interface Props {
  readonly id: number;
  readonly listOpen: boolean;
  readonly onList: () => void;
}

/** A kept conversation, alone or with those that it was begun beside. */
export function OpenConversation({ id, ...list }: Props) {
  const { data, error } = useQuery(
    // From one of several side by side to the next, all of them are here already.
    api.conversations.get.queryOptions({ input: { id }, placeholderData: keepPreviousData }),
  );
  const [url] = usePlaygroundUrl();
  if (error instanceof AppError && error.code === 'not_found') {
    return (
      <Frame title="Playground" {...list} panel={null}>
        <EmptyState title="There is no such conversation" action={<Link to="/playground">New conversation</Link>}>
          It may have been deleted. What its calls did is still in Activity.
        </EmptyState>
      </Frame>
    );
  }
  const all = data === undefined ? [] : [data, ...data.beside].toSorted((a, b) => a.id - b.id);
  const conversation = all.find((one) => one.id === id);
  if (conversation === undefined) {
    return (
      <Frame title="Playground" {...list} panel={null}>
        {error !== null && <ErrorState error={error} what="The conversation could not be read" />}
      </Frame>
    );
  }
  if (all.length > 1 && url.view !== 'alone') return <SideBySide key={all[0]?.id} all={all} activeId={id} {...list} />;
  return <SingleConversation key={id} conversation={conversation} besides={all.length - 1} {...list} />;
}
