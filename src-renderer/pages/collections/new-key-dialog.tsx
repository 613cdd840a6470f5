import { Modal } from '@mantine/core';
import type { CollectionView } from '../../../src-shared/api/collections.ts';
import { client } from '../../api/client.ts';
import { checkLine } from '../../components/form/checks.ts';
import { DialogForm } from '../../components/form/dialog-form.tsx';
import { FieldSpan } from '../../components/form/field-grid.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { PrincipalPicker } from '../../components/form/principal-picker.tsx';
import { useRecordForm, type FormWords } from '../../components/form/use-record-form.ts';
import type { IssuedSecret } from '../../components/secret/issued-secret.ts';
import classes from './collections.module.css';

interface Props {
  readonly collection: CollectionView;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onIssued: (issued: IssuedSecret) => void;
}

interface NewKey {
  readonly name: string;
  readonly as: string | null;
}

const fresh: NewKey = { name: '', as: null };
const checkName = checkLine(200, 'A name is needed.');

/** Makes an application with a key that opens this collection and nothing else. */
export function NewKeyDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="New key for this collection" size="lg">
      <NewKeyForm {...props} />
    </Modal>
  );
}

function NewKeyForm({ collection: { id, settings }, onClose, onIssued }: Props) {
  const isForUsers = settings.type === 'user';
  const words: FormWords<NewKey> = {
    labels: { name: 'Name of the client', as: 'Acts as' },
    checks: {
      name: checkName,
      as: (email) => (isForUsers && email === null ? 'Choose whose eyes it has.' : undefined),
    },
  };
  const form = useRecordForm(words, `collection/${id}/key`, fresh);
  return (
    <DialogForm
      form={form}
      verb="Make the key"
      send={({ name, as }) => client.keys.create({ name: name.trim(), collection: id, ...(as !== null && { as }) })}
      onDone={({ secret, application }) => onIssued({ kind: 'key', secret, application, collectionId: id })}
      onClose={onClose}
    >
      <TextField
        form={form}
        name="name"
        required
        wide
        autoFocus
        description="What you recognise the client by, such as “Claude Desktop of Kim”. An application of this name is made for it."
      />
      <FieldSpan>
        <PrincipalPicker
          label="Acts as"
          description={
            isForUsers
              ? 'A user, or an agent who is linked to a user.'
              : 'An agent: the key can do here what that agent may do.'
          }
          nobody={isForUsers ? 'Nobody yet' : 'The administrator'}
          value={form.values.as ?? undefined}
          onChange={(email) => form.draft.set({ as: email ?? null })}
        />
      </FieldSpan>
      <FieldSpan>
        <p className={classes['dim']}>
          It gets the scope all:standard. The page of the application says which narrower ones would do.
        </p>
      </FieldSpan>
    </DialogForm>
  );
}
