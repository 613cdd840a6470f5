import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { CallItem } from '../../../../src-shared/api/conversations.ts';
import { client } from '../../../api/client.ts';
import { describeError } from '../../../components/describe-error.ts';
import { ArgumentsEditor } from './arguments-editor.tsx';
import { useEditedArguments } from './use-edited-arguments.ts';
import classes from './call.module.css';

/** The call once more with other arguments, in a new conversation that goes on from there. */
export function RunAgain({ call, onClose }: { readonly call: CallItem; readonly onClose: () => void }) {
  const edited = useEditedArguments(call, true);
  const navigate = useNavigate();
  const running = useMutation({
    mutationFn: () => client.conversations.rerunCall({ itemId: call.id, arguments: edited.text }),
    onSuccess: ({ id }) => {
      edited.discard();
      void navigate(`/playground/${id}`);
    },
  });
  return (
    <div role="group" className={classes['edit']} aria-label={`Run ${call.tool} again`}>
      <h3>Run again with other arguments</h3>
      <p className={classes['note']}>
        This opens a new conversation that holds everything up to here. This one stays as it is.
      </p>
      <ArgumentsEditor tool={call.tool} edited={edited} />
      {running.error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(running.error).sentence}
        </div>
      )}
      <div className={classes['foot']}>
        <Button loading={running.isPending} disabled={edited.problem !== undefined} onClick={() => running.mutate()}>
          Run in a new conversation
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
