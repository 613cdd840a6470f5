import { Button, Textarea } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { ConversationTurn } from '../../../../src-shared/api/conversations.ts';
import { longestPrompt } from '../../../../src-shared/domain/conversations.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { ForeignText } from '../../../components/foreign-text.tsx';
import { useDraft } from '../../../components/form/use-draft.ts';
import type { TurnActions } from './use-turn-actions.ts';
import classes from './turns.module.css';

interface Props {
  readonly id: number;
  readonly number: number;
  readonly prompt: ConversationTurn['prompt'];
  readonly actions: TurnActions;
  /** Nothing can be said elsewhere while it is being answered. */
  readonly canEdit: boolean;
}

/** What was asked. Editing it asks again in a new conversation, which holds what came before. */
export const Prompt = memo(function Prompt({ id, number, prompt, actions, canEdit }: Props) {
  const [editing, setEditing] = useState(false);
  const saved = useMemo(() => ({ text: prompt.text }), [prompt.text]);
  const draft = useDraft(`prompt/${id}`, saved);
  const { text } = draft.values;
  const ready = text.trim() !== '' && !actions.busy;
  const send = (): void => {
    if (!ready) return;
    actions.sayInstead(number, text.trim());
    draft.discard();
    setEditing(false);
  };
  if (editing) {
    return (
      <div className={classes['prompt']} data-editing>
        <Textarea
          autoFocus
          aria-label="The prompt"
          maxLength={longestPrompt}
          value={text}
          onChange={(event) => draft.set({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              setEditing(false);
            }
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <div className={classes['edit-foot']}>
          <span className={classes['note']}>
            This opens a new conversation that holds what came before. This one stays as it is.
          </span>
          <Button variant="default" onClick={() => setEditing(false)}>
            Cancel
          </Button>
          <Button disabled={!ready} onClick={send}>
            Send in a new conversation
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={classes['prompt']}>
      <ForeignText text={prompt.text} className={classes['prompt-text']} />
      <span className={classes['prompt-actions']}>
        <CopyButton text={prompt.text} what="the prompt" />
        {canEdit && prompt.text.length === prompt.length && (
          <button
            type="button"
            className={classes['icon']}
            aria-label="Edit and send again"
            title="Edit and send again"
            onClick={() => setEditing(true)}
          >
            <Pencil size={14} aria-hidden />
          </button>
        )}
      </span>
    </div>
  );
});
