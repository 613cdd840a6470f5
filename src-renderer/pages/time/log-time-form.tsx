import { client } from '../../api/client.ts';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { DialogForm } from '../../components/form/dialog-form.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { useRecordForm, type FormWords } from '../../components/form/use-record-form.ts';
import { readNumber } from '../../components/read-number.ts';

interface TimeValues {
  readonly hours: string;
  readonly ticket: string;
  readonly note: string;
}

const words: FormWords<TimeValues> = {
  labels: { hours: 'Hours', ticket: 'Ticket number', note: 'Note' },
  checks: {
    hours: (text) => (readHours(text) === undefined ? 'Write hours as 0.5 or 1.25, at most 24.' : undefined),
    ticket: (text) =>
      text.trim() !== '' && readNumber(text.trim()) === undefined ? 'A ticket number has digits only.' : undefined,
    note: (text) => (text.trim() === '' ? 'Say what the time was for.' : undefined),
  },
};

const empty: TimeValues = { hours: '', ticket: '', note: '' };

/** Adds work that ends now to the administrator's timesheet. */
export function LogTimeForm({ onClose }: NewRecordProps) {
  const form = useRecordForm(words, 'time/new', empty);
  return (
    <DialogForm
      form={form}
      verb="Log time"
      send={({ hours, ticket, note }) => {
        const id = readNumber(ticket.trim());
        return client.tickets.logTime({ hours: readHours(hours) ?? 0, note, ...(id !== undefined && { id }) });
      }}
      onDone={onClose}
      onClose={onClose}
    >
      <TextField form={form} name="hours" required autoFocus description="The work ends now." />
      <TextField form={form} name="ticket" description="Empty for work that belongs to no ticket." />
      <TextField form={form} name="note" required long description="On a ticket it is private: users never see it." />
    </DialogForm>
  );
}

function readHours(text: string): number | undefined {
  const hours = /^\d{1,2}([.,]\d{1,4})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : 0;
  return hours > 0 && hours <= 24 ? hours : undefined;
}
