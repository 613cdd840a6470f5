import { Button, Checkbox, Textarea } from '@mantine/core';
import { useMemo } from 'react';
import type { TicketRecord } from '../../../src-shared/api/tickets.ts';
import { client } from '../../api/client.ts';
import { describeError } from '../../components/describe-error.ts';
import { useDraft } from '../../components/form/use-draft.ts';
import { useSaving } from '../../components/form/use-saving.ts';
import classes from './tickets.module.css';

const empty = { note: '', private: true };

export function AddNote({ ticket }: { readonly ticket: TicketRecord }) {
  const draft = useDraft(`ticket/${ticket.id}/note`, empty);
  const { note } = draft.values;
  const valid = note.trim() !== '';
  const saving = useSaving(
    draft,
    useMemo(
      () => () => client.tickets.addNote({ id: ticket.id, note, private: draft.values.private }),
      [ticket.id, note, draft.values.private],
    ),
    { revision: 0, valid },
  );
  return (
    <div className={classes['note']}>
      <Textarea
        label="Add a note"
        value={note}
        onChange={(event) => draft.set({ note: event.currentTarget.value })}
        error={saving.error === null ? undefined : describeError(saving.error).sentence}
      />
      <div className={classes['note-foot']}>
        <Checkbox
          label="Private: users never see it"
          checked={draft.values.private}
          onChange={(event) => draft.set({ private: event.currentTarget.checked })}
        />
        {draft.changed.includes('note') && (
          <Button variant="default" onClick={draft.discard}>
            Discard
          </Button>
        )}
        <Button disabled={!valid} loading={saving.saving} onClick={() => saving.save()}>
          {draft.values.private ? 'Add private note' : 'Add public note'}
        </Button>
      </div>
    </div>
  );
}
