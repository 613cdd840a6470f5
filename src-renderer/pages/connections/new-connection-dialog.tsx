import { Modal, Radio } from '@mantine/core';
import type { ConnectionView } from '../../../src-shared/api/connections.ts';
import { connectionKinds } from '../../../src-shared/domain/connection-settings.ts';
import { client } from '../../api/client.ts';
import { DialogForm } from '../../components/form/dialog-form.tsx';
import { FieldSpan } from '../../components/form/field-grid.tsx';
import { ConnectionFields } from './connection-fields.tsx';
import { kindLabels, kindWords, toSettings } from './connection-words.ts';
import { TestConnection } from './test-connection.tsx';
import { useConnectionForm } from './use-connection-form.ts';
import classes from './connections.module.css';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onMade: (made: ConnectionView) => void;
}

export function NewConnectionDialog({ opened, onClose, onMade }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="New AI connection" size="lg">
      <NewConnectionForm onClose={onClose} onMade={onMade} />
    </Modal>
  );
}

function NewConnectionForm({ onClose, onMade }: Omit<Props, 'opened'>) {
  const connection = useConnectionForm(undefined);
  const { form, valid, keyChange, target, keyProblem } = connection;
  const { kind, baseUrl } = form.values;
  const choose = (chosen: string): void => {
    const next = connectionKinds.find((each) => each === chosen) ?? 'openai';
    // What somebody typed is theirs; what the kind had put there goes with it.
    const isSuggested = baseUrl === kindWords[kind].baseUrl;
    form.draft.set({ kind: next, ...(isSuggested && { baseUrl: kindWords[next].baseUrl }) });
  };
  return (
    <DialogForm
      form={{ ...form, valid }}
      verb="Make the connection"
      send={(values) =>
        client.connections.save({
          settings: toSettings(values),
          ...(typeof keyChange === 'string' && { key: keyChange }),
        })
      }
      onDone={onMade}
      onClose={onClose}
    >
      <FieldSpan>
        <Radio.Group label="Kind" size="xs" value={kind} onChange={choose}>
          <div className={classes['kinds']}>
            {connectionKinds.map((each) => (
              <Radio key={each} size="xs" value={each} label={kindLabels[each]} description={kindWords[each].about} />
            ))}
          </div>
        </Radio.Group>
      </FieldSpan>
      <ConnectionFields connection={connection} />
      <FieldSpan>
        <TestConnection target={target} disabled={!form.valid || keyProblem !== undefined} />
      </FieldSpan>
    </DialogForm>
  );
}
