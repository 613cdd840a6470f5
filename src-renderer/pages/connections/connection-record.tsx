import type { ConnectionView } from '../../../src-shared/api/connections.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { ConnectionActions } from './connection-actions.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { kindLabels } from './connection-words.ts';
import { KeyState } from './key-state.tsx';
import { TestConnection } from './test-connection.tsx';
import classes from './connections.module.css';

interface Props {
  readonly connection: ConnectionView;
  readonly narrow?: boolean;
  readonly onDeleted: () => void;
}

/** A connection, beside the list and on its own page alike. */
export function ConnectionRecord({ connection, narrow = false, onDeleted }: Props) {
  const { kind, isDefault, savedAt, savedBy, id, model, baseUrl, lastTest } = connection;
  const isOffline = kind === 'offline';
  return (
    <>
      <Properties
        list={[
          ['Kind', kindLabels[kind]],
          [
            'Default',
            isDefault ? (
              <StateBadge key="default" state="info">
                Default connection
              </StateBadge>
            ) : (
              'No'
            ),
          ],
          ...(isOffline
            ? ([
                ['Model', <Mono key="model" text={model} />],
                ['Base URL', <Mono key="url" text={baseUrl} />],
              ] as const)
            : ([
                ['Key', <KeyState key="key" connection={connection} />],
                ['Saved', savedAt === undefined ? '' : <Saved key="saved" at={savedAt} by={savedBy} />],
              ] as const)),
          ['ID', <Mono key="id" text={id} />],
        ]}
      />
      <ConnectionActions connection={connection} onDeleted={onDeleted} />
      {isOffline ? (
        <>
          <p className={classes['about']}>
            It is part of the workbench and follows rules: it chooses among the tools from what was written, and answers
            from their results. It needs no account and no internet, gives the same answer every time, and cannot be
            changed or deleted.
          </p>
          <FormSection title="Test">
            <TestConnection target={{ id }} last={lastTest} />
          </FormSection>
        </>
      ) : (
        <ConnectionForm key={id} connection={connection} narrow={narrow} />
      )}
    </>
  );
}

function Mono({ text }: { readonly text: string }) {
  return <span className="mono">{text}</span>;
}

function Saved({ at, by }: { readonly at: string; readonly by: string | undefined }) {
  return (
    <>
      <RelativeTime at={at} />
      {by !== undefined && ` by ${by}`}
    </>
  );
}
