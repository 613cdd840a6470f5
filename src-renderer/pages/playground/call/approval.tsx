import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useImperativeHandle, useState, type Ref } from 'react';
import type { CallItem } from '../../../../src-shared/api/conversations.ts';
import type { ConversationSetup } from '../../../../src-shared/domain/conversations.ts';
import { client } from '../../../api/client.ts';
import { describeError } from '../../../components/describe-error.ts';
import { ApproveButtons } from './approve-buttons.tsx';
import { ArgumentsEditor } from './arguments-editor.tsx';
import { CallText } from './call-text.tsx';
import { CallPreviewBox } from './call-preview-box.tsx';
import { useEditedArguments } from './use-edited-arguments.ts';
import classes from './call.module.css';

export type Decision = Parameters<typeof client.conversations.decide>[0]['decision'];

export interface ApprovalHandle {
  decide(decision: 'approve' | 'deny'): void;
}

interface Props {
  readonly call: CallItem;
  readonly setup: ConversationSetup;
  /** Whether its arguments are shown in full. */
  readonly unfolded: boolean;
  readonly handle: Ref<ApprovalHandle>;
}

type Opened = 'arguments' | 'preview' | 'reason';

/** Where a call that waits is approved or denied. */
export function Approval({ call, setup, unfolded, handle }: Props) {
  const [opened, setOpened] = useState<Opened>();
  const [reason, setReason] = useState('');
  const edited = useEditedArguments(call, opened === 'arguments' || opened === 'preview');
  const editing = opened === 'arguments' || edited.changed;
  const deciding = useMutation({
    mutationFn: (decision: Decision) => client.conversations.decide({ itemId: call.id, decision }),
    onSuccess: edited.discard,
  });
  const busy = deciding.isPending || deciding.isSuccess;
  const broken = editing && edited.problem !== undefined;

  const approve = (remember: 'once' | 'chat' | 'always', of: 'tool' | 'reads'): void => {
    if (busy || broken) return;
    deciding.mutate({ kind: 'approve', remember, of, ...(edited.changed && { arguments: edited.text }) });
  };
  const deny = (): void => {
    if (!busy) deciding.mutate({ kind: 'deny', ...(reason.trim() !== '' && { reason: reason.trim() }) });
  };
  useImperativeHandle(handle, () => ({
    decide: (decision) => (decision === 'approve' ? approve('once', 'tool') : deny()),
  }));
  const toggle = (part: Opened): void => setOpened(opened === part ? undefined : part);

  return (
    <div className={classes['approval']}>
      <div className={classes['decide']}>
        <ApproveButtons call={call} disabled={busy || broken} edited={edited.changed} onApprove={approve} />
        <Button variant="default" disabled={busy} onClick={deny}>
          Deny
        </Button>
        <span className={classes['grow']} />
        <Button
          variant="subtle"
          color="gray"
          aria-expanded={opened === 'reason'}
          disabled={busy}
          onClick={() => toggle('reason')}
        >
          Deny with a reason
        </Button>
        {edited.changed ? (
          <Button variant="subtle" color="gray" disabled={busy} onClick={edited.discard}>
            Undo the edit
          </Button>
        ) : (
          <Button
            variant="subtle"
            color="gray"
            aria-expanded={editing}
            disabled={busy}
            onClick={() => toggle('arguments')}
          >
            Edit arguments
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          aria-expanded={opened === 'preview'}
          disabled={busy || broken}
          onClick={() => toggle('preview')}
        >
          Preview
        </Button>
      </div>
      {opened === 'reason' && (
        <form
          className={classes['reason']}
          onSubmit={(event) => {
            event.preventDefault();
            deny();
          }}
        >
          <TextInput
            autoFocus
            maxLength={2000}
            aria-label="Reason"
            placeholder="Why? The model is told, and may do better."
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={busy || reason.trim() === ''}>
            Deny
          </Button>
        </form>
      )}
      {deciding.error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(deciding.error).sentence}
        </div>
      )}
      {editing && <ArgumentsEditor tool={call.tool} edited={edited} />}
      {opened === 'preview' && edited.ready && (
        <CallPreviewBox tool={call.tool} value={edited.value} as={setup.as} endpointId={setup.endpointId} />
      )}
      {unfolded && !editing && <CallText itemId={call.id} of="arguments" text={call.arguments} label="the arguments" />}
    </div>
  );
}
