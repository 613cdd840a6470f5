import { ActionIcon, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Conversation } from '../../../../src-shared/api/conversations.ts';
import { client } from '../../../api/client.ts';
import { describeError } from '../../../components/describe-error.ts';
import { download } from '../../../components/download.ts';
import { DeleteConversation } from './delete-conversation.tsx';
import { RenameConversation } from './rename-conversation.tsx';

interface Props {
  readonly conversation: Conversation;
  readonly isOpen: boolean;
}

const types = { markdown: 'text/markdown', responses: 'application/json' } as const;

/** What can be done with a whole conversation. */
export function ConversationMenu({ conversation, isOpen }: Props) {
  const { id, title, turns } = conversation;
  const [dialog, setDialog] = useState<'rename' | 'delete'>();
  const navigate = useNavigate();
  const onError = (error: unknown): void => {
    notifications.show({ color: 'red', title: 'That did not work', message: describeError(error).sentence });
  };
  const exporting = useMutation({
    mutationFn: async (format: keyof typeof types) => {
      const { fileName, text } = await client.conversations.export({ id, format });
      download(new Blob([text], { type: types[format] }), fileName);
    },
    onError,
  });
  const replaying = useMutation({
    mutationFn: () => client.conversations.replay({ id }),
    onSuccess: (replay) => void navigate(`/playground/${replay.id}`),
    onError,
  });
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon size="sm" aria-label={`What to do with ${title}`}>
            <Ellipsis size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setDialog('rename')}>Rename</Menu.Item>
          <Menu.Item disabled={turns === 0} onClick={() => replaying.mutate()}>
            Replay with the recorded answers
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item disabled={turns === 0} onClick={() => exporting.mutate('markdown')}>
            Export as Markdown
          </Menu.Item>
          <Menu.Item disabled={turns === 0} onClick={() => exporting.mutate('responses')}>
            Export as a Responses request
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="var(--state-bad)" onClick={() => setDialog('delete')}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'rename' && <RenameConversation conversation={conversation} onClose={() => setDialog(undefined)} />}
      {dialog === 'delete' && (
        <DeleteConversation
          conversation={conversation}
          onClose={() => setDialog(undefined)}
          onDeleted={() => {
            setDialog(undefined);
            if (isOpen) void navigate('/playground');
          }}
        />
      )}
    </>
  );
}
