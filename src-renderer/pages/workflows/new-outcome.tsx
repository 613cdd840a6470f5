import { useNavigate } from 'react-router';
import { client } from '../../api/client.ts';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { DialogForm } from '../../components/form/dialog-form.tsx';
import { useRecordForm } from '../../components/form/use-record-form.ts';
import { recordPath } from '../../components/record/record-path.ts';
import { OutcomeFields } from './outcome-fields.tsx';
import { outcomeForm } from './outcome-form.tsx';
import type { OutcomeValues } from './outcome-values.ts';

const empty: OutcomeValues = {
  ...{ name: '', label: '', audience: 'agents', quick: false, always: false, private: false, inactive: false },
  ...{ note: '', noteRequired: false, fields: [], statusId: null, priorityId: null, teamId: null },
  ...{ assigns: 'keep', agentId: null, minutes: 0, typeIds: [] },
};

interface Props extends NewRecordProps {
  readonly onDone: (made: { readonly id: number }) => void;
}

/** In a dialog. */
export function NewOutcomeForm({ onDone, onClose }: Props) {
  const form = useRecordForm(outcomeForm, 'outcome/new', empty);
  const send = ({ audience, typeIds: _, ...values }: OutcomeValues) =>
    client.outcomes.create({ ...values, forAgents: audience !== 'users', forUsers: audience !== 'agents' });
  return (
    <DialogForm form={form} verb="Create action" send={send} onDone={onDone} onClose={onClose}>
      <OutcomeFields form={form} />
    </DialogForm>
  );
}

/** Leads to the new action's page. */
export function NewOutcome({ onClose }: NewRecordProps) {
  const navigate = useNavigate();
  return <NewOutcomeForm onDone={({ id }) => void navigate(recordPath('outcome', id))} onClose={onClose} />;
}
