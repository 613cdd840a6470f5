import type { ConnectionView } from '../../../src-shared/api/connections.ts';
import { client } from '../../api/client.ts';
import { FieldGrid } from '../../components/form/field-grid.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import { SaveBar } from '../../components/form/save-bar.tsx';
import { useSaving } from '../../components/form/use-saving.ts';
import { ConnectionFields } from './connection-fields.tsx';
import { toSettings } from './connection-words.ts';
import { TestConnection } from './test-connection.tsx';
import { useConnectionForm } from './use-connection-form.ts';
import classes from './connections.module.css';

interface Props {
  readonly connection: ConnectionView;
  readonly narrow?: boolean;
}

/** What a connection is set to, with what came of testing it as it stands in the form. */
export function ConnectionForm({ connection, narrow }: Props) {
  const { id, revision, key, lastTest } = connection;
  const edited = useConnectionForm(connection);
  const { form, valid, keyChange, keyProblem, target } = edited;
  const { draft, values, labels } = form;
  const saving = useSaving(
    draft,
    async (_, read) => {
      await client.connections.save({
        ...{ id, revision: read, settings: toSettings(values) },
        ...(keyChange !== undefined && { key: keyChange }),
      });
      edited.keySaved();
    },
    { revision, valid },
  );
  return (
    <>
      <FormSection title="Test">
        <TestConnection
          target={target}
          disabled={!form.valid || keyProblem !== undefined}
          last={draft.changed.length === 0 ? lastTest : undefined}
        />
      </FormSection>
      <FormSection title="Settings">
        {key.state === 'unreadable' && (
          <p className={classes['unreadable']} role="note">
            The stored key cannot be read. {key.why} Enter it anew below, or start the workbench as it was when the key
            was stored. Until then it is left as it is.
          </p>
        )}
        <FieldGrid narrow={narrow}>
          <ConnectionFields connection={edited} />
        </FieldGrid>
        <SaveBar
          draft={draft}
          saving={saving}
          labels={labels}
          valid={valid}
          note={keyProblem !== undefined && 'Look at “Key” first.'}
        />
      </FormSection>
    </>
  );
}
