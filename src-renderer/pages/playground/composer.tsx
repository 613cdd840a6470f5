import { Button, Textarea } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, type Ref } from 'react';
import { longestPrompt } from '../../../src-shared/domain/conversations.ts';
import { describeError } from '../../components/describe-error.ts';
import { useDraft } from '../../components/form/use-draft.ts';
import classes from './playground.module.css';

interface Props {
  /** What the draft is kept under. */
  readonly name: string;
  readonly label?: string;
  /** While it answers, or waits for somebody, nothing more can be said. */
  readonly busy: boolean;
  readonly onSend: (text: string) => Promise<void>;
  readonly onStop: () => Promise<void>;
  readonly input?: Ref<HTMLTextAreaElement>;
}

const empty = { text: '' };

/** Where one writes. Enter sends, and what is not sent is kept. */
export function Composer({ name, label = 'Message', busy, onSend, onStop, input }: Props) {
  const draft = useDraft(`composer/${name}`, empty);
  const { text } = draft.values;
  const own = useRef<HTMLTextAreaElement>(null);
  const sending = useMutation({ mutationFn: onSend, onSuccess: draft.discard });
  const stopping = useMutation({ mutationFn: onStop });
  const ready = !busy && !sending.isPending && text.trim() !== '';
  const send = (): void => {
    if (ready) sending.mutate(text.trim());
  };
  const attach = useMergedRef(own, input ?? null);

  // The page takes the focus when its address changes; whoever opens a conversation wants to write.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body || activeElement.id === 'content') {
        own.current?.focus({ preventScroll: true });
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [name]);

  const error = sending.error ?? stopping.error;
  return (
    <div className={classes['composer']}>
      {error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(error).sentence}
        </div>
      )}
      <div className={classes['composer-row']}>
        <Textarea
          ref={attach}
          className={classes['composer-text'] ?? ''}
          size="sm"
          minRows={1}
          maxRows={12}
          aria-label={label}
          placeholder="Ask for something that the tools can do"
          maxLength={longestPrompt}
          value={text}
          onChange={(event) => draft.set({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        {busy ? (
          <Button size="sm" variant="default" loading={stopping.isPending} onClick={() => stopping.mutate()}>
            Stop
          </Button>
        ) : (
          <Button size="sm" disabled={!ready} loading={sending.isPending} onClick={send}>
            Send
          </Button>
        )}
      </div>
      <div className={classes['hint']}>{busy ? 'Esc stops it.' : 'Enter sends, Shift and Enter begin a new line.'}</div>
    </div>
  );
}
