import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AbilityEvent } from '../../../src-shared/api/abilities.ts';
import { client } from '../../api/client.ts';
import { describeError } from '../describe-error.ts';
import { recordPath } from '../record/record-path.ts';
import classes from './ability.module.css';

interface Props {
  readonly draft: Extract<AbilityEvent, { kind: 'draft' }>;
  /** A text that was made of a ticket can become a note on it. */
  readonly ticketId: number | undefined;
}

type Note = { readonly text: string; readonly public: boolean };

/** Writes a draft, at once or as a note that is edited first. */
export function ApplyDraft({ draft, ticketId }: Props) {
  const { draftId, write } = draft;
  const [text, setText] = useState<string>();
  const applying = useMutation({
    mutationFn: (note: Note | undefined) => client.abilities.apply({ draftId, ...(note && { note }) }),
  });
  const { data: done, error, isPending } = applying;
  if (done !== undefined) {
    return (
      <p role="status" className={classes['applied']}>
        {done.message}{' '}
        {done.record && (
          <Link to={recordPath(done.record.kind, done.record.id)}>
            Open {done.record.kind} {done.record.id}
          </Link>
        )}
      </p>
    );
  }
  const holdsAlready = write?.to === 'field' && write.before === write.after;
  return (
    <div className={classes['apply']}>
      {text !== undefined && (
        <Textarea
          label="Note"
          autosize
          minRows={4}
          maxRows={20}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {error !== null && (
        <p role="alert" className={classes['failed']}>
          {describeError(error).sentence}
        </p>
      )}
      <div className={classes['buttons']}>
        {write !== undefined && (
          <Button loading={isPending} disabled={holdsAlready} onClick={() => applying.mutate(undefined)}>
            Apply
          </Button>
        )}
        {write === undefined && ticketId !== undefined && text === undefined && (
          <Button variant="default" onClick={() => setText(draft.text)}>
            Make it a note
          </Button>
        )}
        {text !== undefined && (
          <>
            <Button
              loading={isPending}
              disabled={text.trim() === ''}
              onClick={() => applying.mutate({ text, public: false })}
            >
              Add private note
            </Button>
            <Button
              variant="default"
              disabled={isPending || text.trim() === ''}
              onClick={() => applying.mutate({ text, public: true })}
            >
              Add public note
            </Button>
            <Button variant="subtle" disabled={isPending} onClick={() => setText(undefined)}>
              Discard
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
