import { Modal, Radio } from '@mantine/core';
import type { CollectionView } from '../../../src-shared/api/collections.ts';
import { client } from '../../api/client.ts';
import { checkLine } from '../../components/form/checks.ts';
import { DialogForm } from '../../components/form/dialog-form.tsx';
import { FieldSpan } from '../../components/form/field-grid.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { useRecordForm, type FormWords } from '../../components/form/use-record-form.ts';
import classes from './collections.module.css';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onMade: (made: CollectionView) => void;
}

interface NewCollection {
  readonly name: string;
  readonly type: 'agent' | 'user';
}

const fresh: NewCollection = { name: '', type: 'agent' };
const words: FormWords<NewCollection> = {
  labels: { name: 'Name', type: 'Type' },
  checks: { name: checkLine(100, 'A name is needed.') },
};

export function NewCollectionDialog({ opened, onClose, onMade }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="New tool collection" size="lg">
      <NewCollectionForm onClose={onClose} onMade={onMade} />
    </Modal>
  );
}

function NewCollectionForm({ onClose, onMade }: Omit<Props, 'opened'>) {
  const form = useRecordForm(words, 'collection/new', fresh);
  return (
    <DialogForm
      form={form}
      verb="Make the collection"
      send={({ name, type }) => client.collections.create({ name: name.trim(), type })}
      onDone={onMade}
      onClose={onClose}
    >
      <TextField
        form={form}
        name="name"
        required
        wide
        autoFocus
        description="For whom or for what it is, such as “First line, read-only”. Its readable address follows from it."
      />
      <FieldSpan>
        <Radio.Group
          label="Type"
          value={form.values.type}
          onChange={(type) => form.draft.set({ type: type === 'user' ? type : 'agent' })}
        >
          <div className={classes['types']}>
            <Radio
              size="xs"
              value="agent"
              label="For agents"
              description="Clients act as agents of the service desk, or as a service. Users are not let in."
            />
            <Radio
              size="xs"
              value="user"
              label="For users"
              description="Clients act as users and see what those see. An agent is let in as the user who is linked to that agent."
            />
          </div>
        </Radio.Group>
      </FieldSpan>
      <FieldSpan>
        <p className={classes['dim']}>
          The type fixes which tools may be added and cannot be changed later. The collection is made with all system
          tools of its type, and not enabled: look at it first.
        </p>
      </FieldSpan>
    </DialogForm>
  );
}
