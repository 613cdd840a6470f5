import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Conversation } from '../../../../src-shared/api/conversations.ts';
import { client } from '../../../api/client.ts';
import { describeError } from '../../../components/describe-error.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { formatNumber } from '../../../components/format-number.ts';
import classes from './list.module.css';

interface Props {
  readonly conversation: Conversation;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

export function DeleteConversation({ conversation: { id, title, turns }, onClose, onDeleted }: Props) {
  const deleting = useMutation({ mutationFn: () => client.conversations.remove({ id }), onSuccess: onDeleted });
  return (
    <Dialog onClose={onClose} title="Delete the conversation">
      <div className={classes['dialog']}>
        <p>
          “<span className="foreign">{title}</span>” goes with its {formatNumber(turns)}{' '}
          {turns === 1 ? 'turn' : 'turns'} and everything that was sent and received for them. What its calls did to the
          desk stays, and so do the calls in Activity.
        </p>
        {deleting.error !== null && (
          <div role="alert" className={classes['problem']}>
            {describeError(deleting.error).sentence}
          </div>
        )}
        <div className={classes['dialog-foot']}>
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color="red" loading={deleting.isPending} onClick={() => deleting.mutate()}>
            Delete
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
