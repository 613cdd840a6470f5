import { useMemo, useState } from 'react';
import type { TicketOutcome, TicketRecord } from '../../../src-shared/api/tickets.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/form/dialog-form.tsx';
import { FieldSpan } from '../../components/form/field-grid.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { type FormWords, useRecordForm } from '../../components/form/use-record-form.ts';
import { applyOutcome } from './apply-outcome.ts';
import { describeOutcome } from './describe-outcome.ts';
import { isMissing, type RefusedField, TicketFields, type TicketFieldValue } from './ticket-fields.tsx';

interface Values {
  readonly note: string;
  readonly fields: TicketFieldValue[];
}

interface Props {
  readonly ticket: TicketRecord;
  readonly outcome: TicketOutcome;
  /** With what it did. */
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** Asks for what an outcome writes and fills in. */
export function OutcomeDialog({ ticket, outcome, onDone, onClose }: Props) {
  const { id, name, fields } = outcome;
  const [refused, setRefused] = useState<RefusedField>();
  const saved = useMemo(() => ({ note: '', fields: fields.map(({ id, value }) => ({ id, value })) }), [fields]);
  const form = useRecordForm<Values>(wordsOf(outcome), `ticket/${ticket.id}/outcome/${id}`, saved);
  const needsNote = isNoteNeeded(outcome);

  const send = async ({ note, fields: filled }: Values) => {
    setRefused(undefined);
    const changed = filled.filter((one) => one.value !== saved.fields.find((field) => field.id === one.id)?.value);
    try {
      return await applyOutcome(ticket, outcome, { ...(note.trim() !== '' && { note }), fields: changed });
    } catch (error) {
      setRefused(readRefusedField(error));
      throw error;
    }
  };

  return (
    <Dialog onClose={onClose} title={`${name}: ticket ${ticket.id}`}>
      <DialogForm
        form={form}
        verb={name}
        send={send}
        saidBeside={refused !== undefined}
        onDone={onDone}
        onClose={onClose}
      >
        <FieldSpan>{describeOutcome(outcome)}</FieldSpan>
        <TextField
          form={form}
          name="note"
          long
          autoFocus
          description={describeNote(outcome)}
          {...(needsNote && { required: true })}
        />
        <TicketFields
          fields={fields}
          values={form.values.fields}
          refused={refused}
          onChange={(values) => form.draft.set({ fields: values })}
        />
      </DialogForm>
    </Dialog>
  );
}

/** The outcome's own note stands in where nothing is given. */
function isNoteNeeded({ noteRequired, note }: TicketOutcome): boolean {
  return noteRequired && note.trim() === '';
}

function wordsOf(outcome: TicketOutcome): FormWords<Values> {
  return {
    labels: { note: 'Note', fields: 'Fields' },
    checks: {
      note: (note) => (isNoteNeeded(outcome) && note.trim() === '' ? 'A note is needed.' : undefined),
      fields: (values) =>
        outcome.fields.some((field) => isMissing(field, values)) ? 'Some fields are needed.' : undefined,
    },
  };
}

function describeNote(outcome: TicketOutcome): string {
  const { note } = outcome;
  const reader = outcome.private ? 'users never see it' : 'the user can read it';
  const empty = note === '' ? ' May stay empty.' : ` Left empty, it says “${note}”`;
  return `Goes into the conversation; ${reader}.${isNoteNeeded(outcome) ? '' : empty}`;
}

function readRefusedField(error: unknown): RefusedField | undefined {
  if (!(error instanceof AppError)) return undefined;
  const { field } = error.details;
  return typeof field === 'number' ? { id: field, sentence: error.message } : undefined;
}
