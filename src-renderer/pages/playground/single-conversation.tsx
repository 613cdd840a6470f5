import { useCallback } from 'react';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import type { Conversation } from '../../../src-shared/api/conversations.ts';
import { client } from '../../api/client.ts';
import { readNumber } from '../../components/read-number.ts';
import { Composer } from './composer.tsx';
import { ConversationFacts } from './conversation-facts.tsx';
import { ConversationPanel } from './conversation-panel.tsx';
import { ConversationStatus } from './conversation-status.tsx';
import { Frame } from './frame.tsx';
import { useConversation } from './live/use-conversation.ts';
import { useEditedSetup } from './setup/use-edited-setup.ts';
import { Timeline } from './turns/timeline.tsx';
import { usePanel } from './use-panel.ts';
import { usePlaygroundUrl } from './use-playground-url.ts';
import { isBusy } from './is-busy.ts';

interface Props {
  /** As it was when it was opened. */
  readonly conversation: Conversation;
  /** With how many others it was begun. */
  readonly besides: number;
  readonly listOpen: boolean;
  readonly onList: () => void;
}

export function SingleConversation({ conversation: read, besides, ...list }: Props) {
  const { id } = read;
  const followed = useConversation(id);
  const conversation = useStore(followed.store, ({ state }) => state?.conversation) ?? read;
  const edited = useEditedSetup(id, conversation.setup);
  const [url, setUrl] = usePlaygroundUrl();
  const { panel, showSetup } = usePanel();
  const showRaw = useCallback((turnId: number) => setUrl({ raw: String(turnId) }), [setUrl]);
  const busy = isBusy(conversation);
  const stop = async (): Promise<void> => void (await client.conversations.stop({ id }));
  return (
    <Frame
      title={conversation.title}
      facts={
        <>
          {besides > 0 && <Link to={`/playground/${id}`}>Show all {besides + 1} side by side</Link>}
          <ConversationFacts conversation={conversation} />
        </>
      }
      {...list}
      onSetup={panel === 'setup' ? undefined : () => showSetup(true)}
      onEscape={() => {
        if (busy) void stop();
      }}
      panel={<ConversationPanel panel={panel} followed={followed} edited={edited} onHide={() => showSetup(false)} />}
    >
      <ConversationStatus store={followed.store} />
      <Timeline followed={followed} onRaw={showRaw} begin={readNumber(url.turn)} />
      <Composer
        name={String(id)}
        busy={busy}
        onStop={stop}
        onSend={async (text) => {
          await edited.settle();
          await client.conversations.send({ id, text });
        }}
      />
    </Frame>
  );
}
