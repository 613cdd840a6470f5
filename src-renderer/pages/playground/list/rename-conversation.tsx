import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conversation } from '../../../../src-shared/api/conversations.ts';
import { client } from '../../../api/client.ts';
import { describeError } from '../../../components/describe-error.ts';
import { Dialog } from '../../../components/dialog.tsx';
import classes from './list.module.css';

interface Props {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

export function RenameConversation({ conversation: { id, title }, onClose }: Props) {
  const [typed, setTyped] = useState(title);
  const renaming = useMutation({
    mutationFn: () => client.conversations.update({ id, title: typed.trim() }),
    onSuccess: onClose,
  });
  return (
    <Dialog onClose={onClose} title="Rename the conversation">
      <form
        className={classes['dialog']}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') renaming.mutate();
        }}
      >
        <TextInput
          data-autofocus
          label="Title"
          maxLength={200}
          value={typed}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {renaming.error !== null && (
          <div role="alert" className={classes['problem']}>
            {describeError(renaming.error).sentence}
          </div>
        )}
        <div className={classes['dialog-foot']}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={typed.trim() === ''} loading={renaming.isPending}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
