import type { FollowedConversation } from './live/use-conversation.ts';
import { readNumber } from '../../components/read-number.ts';
import { RawPanel } from './raw/raw-panel.tsx';
import { ConversationSetupForm } from './setup/conversation-setup.tsx';
import { SetupPanel } from './setup/setup-panel.tsx';
import type { EditedSetup } from './setup/use-edited-setup.ts';
import type { usePanel } from './use-panel.ts';
import { usePlaygroundUrl } from './use-playground-url.ts';

interface Props {
  readonly panel: ReturnType<typeof usePanel>['panel'];
  readonly followed: FollowedConversation;
  readonly edited: EditedSetup;
  readonly onHide: () => void;
}

/** Beside a conversation: its set-up, or what was sent and received for a turn. */
export function ConversationPanel({ panel, followed, edited, onHide }: Props) {
  const [url, setUrl] = usePlaygroundUrl();
  const turnId = readNumber(url.raw);
  if (panel === 'raw' && turnId !== undefined) {
    return <RawPanel key={turnId} turnId={turnId} store={followed.store} onClose={() => setUrl({ raw: undefined })} />;
  }
  if (panel !== 'setup') return null;
  return (
    <SetupPanel onClose={onHide}>
      <ConversationSetupForm conversationId={followed.id} edited={edited} />
    </SetupPanel>
  );
}
