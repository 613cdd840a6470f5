import type { TicketRecord } from '../../../src-shared/api/tickets.ts';
import { client } from '../../api/client.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogForm } from '../../components/form/dialog-form.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { useRecordForm } from '../../components/form/use-record-form.ts';

export type StatusStep =
  | { readonly kind: 'status'; readonly statusId: number; readonly name: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen' };

interface Props {
  readonly ticket: TicketRecord;
  readonly step: StatusStep;
  readonly onClose: () => void;
}

const empty = { note: '' };
const words = { labels: { note: 'Note' } };

/** Asks for the words that go into the history with a new status. They are public. */
export function StatusDialog({ ticket, step, onClose }: Props) {
  const form = useRecordForm(words, `ticket/${ticket.id}/step`, empty);
  const { id } = ticket;
  const send = (note: string) => {
    if (step.kind === 'close') return client.tickets.close({ id, note });
    if (step.kind === 'reopen') return client.tickets.reopen({ id, note });
    return client.tickets.changeStatus({ id, statusId: step.statusId, note });
  };
  const [title, verb] = describe(step);
  return (
    <Dialog onClose={onClose} title={`${title}: ticket ${id}`}>
      <DialogForm form={form} verb={verb} send={({ note }) => send(note)} onDone={onClose} onClose={onClose}>
        <TextField
          form={form}
          name="note"
          long
          autoFocus
          description="Goes into the conversation, where the user can read it. May stay empty."
        />
      </DialogForm>
    </Dialog>
  );
}

function describe(step: StatusStep): readonly [title: string, verb: string] {
  if (step.kind === 'close') return ['Close', 'Close ticket'];
  if (step.kind === 'reopen') return ['Reopen', 'Reopen ticket'];
  return [`Change status to ${step.name}`, 'Change status'];
}
