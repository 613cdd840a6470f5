import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, client } from '../../api/client.ts';
import { checkLine } from '../../components/form/checks.ts';
import { DialogForm } from '../../components/form/dialog-form.tsx';
import { ChoiceField } from '../../components/form/fields/choice-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { useRecordForm } from '../../components/form/use-record-form.ts';
import { recordPath } from '../../components/record/record-path.ts';

interface Values {
  readonly name: string;
  readonly from: number | null;
}

interface Props {
  /** Another workflow that it is a copy of, decided already. */
  readonly from?: number;
  readonly onClose: () => void;
}

const words = {
  labels: { name: 'Name', from: 'Begin with' },
  checks: { name: checkLine(200, 'A workflow needs a name.') },
};
const empty: Values = { name: '', from: null };
const all = { sort: 'name', descending: false, offset: 0, limit: 200 } as const;

/** In a dialog; leads to the new workflow. */
export function NewWorkflow({ from, onClose }: Props) {
  const form = useRecordForm<Values>(words, `workflow/new/${from ?? ''}`, empty);
  const { data } = useQuery({ ...api.workflows.list.queryOptions({ input: all }), enabled: from === undefined });
  const navigate = useNavigate();
  const send = ({ name, from: chosen }: Values) => {
    const id = from ?? chosen;
    return id === null ? client.workflows.create({ name }) : client.workflows.clone({ id, name });
  };
  return (
    <DialogForm
      form={form}
      verb={from === undefined ? 'Create workflow' : 'Create the copy'}
      send={send}
      onDone={({ id }) => void navigate(recordPath('workflow', id))}
      onClose={onClose}
    >
      <TextField form={form} name="name" required wide autoFocus />
      {from === undefined && (
        <ChoiceField
          form={form}
          name="from"
          choices={(data?.rows ?? []).map(({ id, name }) => ({ value: id, label: `A copy of ${name}` }))}
          none="A start and an end"
        />
      )}
    </DialogForm>
  );
}
