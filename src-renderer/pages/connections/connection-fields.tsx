import { Button, PasswordInput } from '@mantine/core';
import { FieldSpan } from '../../components/form/field-grid.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { useCheckedField } from '../../components/form/use-checked-field.ts';
import { kindWords } from './connection-words.ts';
import { ModelField } from './model-field.tsx';
import type { ConnectionForm } from './use-connection-form.ts';
import classes from './connections.module.css';

/** What is asked of a connection, whatever its kind. */
export function ConnectionFields({ connection }: { readonly connection: ConnectionForm }) {
  const { form } = connection;
  const { kind } = form.values;
  return (
    <>
      <TextField form={form} name="name" required wide {...(connection.stored === undefined && { autoFocus: true })} />
      <TextField form={form} name="baseUrl" required wide description={kindWords[kind].baseUrlAbout} />
      <FieldSpan>
        <KeyField connection={connection} />
      </FieldSpan>
      <FieldSpan>
        <ModelField connection={connection} />
      </FieldSpan>
      {kind === 'openai' && (
        <>
          <TextField form={form} name="organization" description="Only for a key that belongs to several." />
          <TextField form={form} name="project" description="Only for a key that belongs to several." />
        </>
      )}
    </>
  );
}

function KeyField({ connection }: { readonly connection: ConnectionForm }) {
  const { form, stored, key, keyProblem, setKey, forgetKey } = connection;
  const { kind, key: change } = form.values;
  const checked = useCheckedField(key, () => keyProblem);
  const isStored = stored !== undefined && stored.key.state !== 'none';
  return (
    <div className={classes['with-button']}>
      <PasswordInput
        label={form.labels.key}
        className={classes['grows'] ?? ''}
        // No password of a person: managers of those would offer and save the wrong thing.
        autoComplete="off"
        data-1p-ignore
        data-lpignore="true"
        spellCheck={false}
        required={kind !== 'compatible' && !isStored}
        placeholder={change === 'forget' ? 'Will be forgotten' : isStored ? describeStored(stored.key.hint) : ''}
        description={isStored ? 'It is never shown again. Type another one to replace it.' : kindWords[kind].keyAbout}
        value={key}
        {...checked.props}
        // What somebody did elsewhere in the form is said at once.
        {...(stored !== undefined && { error: keyProblem })}
        onChange={(event) => setKey(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what you typed' }}
      />
      {isStored && change !== 'forget' && (
        <Button variant="default" onClick={forgetKey}>
          Forget the key
        </Button>
      )}
      {change === 'forget' && (
        <Button variant="default" onClick={() => setKey('')}>
          Keep the key
        </Button>
      )}
    </div>
  );
}

function describeStored(hint: string): string {
  return hint === '' ? 'A key is stored' : `A key is stored that ends in ${hint}`;
}
