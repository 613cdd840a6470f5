import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { describeError } from '../../components/describe-error.ts';
import { useCheckedField } from '../../components/form/use-checked-field.ts';
import { useDraft } from '../../components/form/use-draft.ts';
import { toDay, toExpiry } from './expiry.ts';
import type { IssuedSecret } from '../../components/secret/issued-secret.ts';
import { LoginField } from './login-field.tsx';
import { notOffered, offeredMethods, methods, type Method } from './methods.ts';
import { ScopeField } from './scope-field.tsx';
import classes from './applications.module.css';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onIssued: (issued: IssuedSecret) => void;
}

interface NewApplication {
  readonly name: string;
  readonly method: Method;
  readonly service: boolean;
  readonly as: string | null;
  readonly scopes: readonly string[];
  readonly expires: string;
}

const fresh: NewApplication = {
  name: '',
  method: 'static_key',
  service: false,
  as: null,
  scopes: ['all:standard'],
  expires: '',
};

export function NewApplicationDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="New application" size="lg">
      <NewApplicationForm {...props} />
    </Modal>
  );
}

function NewApplicationForm({ onClose, onIssued }: Props) {
  const { values, set, discard } = useDraft('application/new', fresh);
  const name = useCheckedField(values.name, (text) => (text.trim() === '' ? 'A name is needed.' : undefined));
  const mutation = useMutation({
    mutationFn: () => createApplication(values),
    onSuccess: (issued) => {
      discard();
      onIssued(issued);
    },
  });
  const ready = name.problem === undefined && !mutation.isPending;
  return (
    <form
      className={classes['dialog']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) mutation.mutate();
      }}
    >
      <TextInput
        label="Name"
        description="What you recognise the client by, such as “Claude Desktop of Kim”."
        required
        data-autofocus
        maxLength={200}
        value={values.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        {...name.props}
      />
      <Radio.Group
        label="How it signs in"
        size="xs"
        value={values.method}
        onChange={(method) => set({ method: method === 'client_credentials' ? method : 'static_key' })}
      >
        <div className={classes['methods']}>
          {offeredMethods.map(({ method, about }) => (
            <Radio key={method} size="xs" value={method} label={methods[method]} description={about} />
          ))}
        </div>
      </Radio.Group>
      <details className={classes['not-offered']}>
        <summary>Halo’s other methods are not offered</summary>
        <ul>
          {notOffered.map(({ name: method, why }) => (
            <li key={method}>
              <strong>{method}.</strong> {why}
            </li>
          ))}
        </ul>
      </details>
      <LoginField
        service={values.service}
        as={values.as ?? undefined}
        onChange={({ service = values.service, ...change }) =>
          set({ service, ...('as' in change && { as: change.as ?? null }) })
        }
      />
      <ScopeField value={values.scopes} onChange={(scopes) => set({ scopes })} />
      {values.method === 'static_key' && (
        <TextInput
          label="The key expires after"
          description="Leave it empty for a key that does not expire."
          type="date"
          styles={{ input: { maxWidth: 200 } }}
          min={toDay(new Date().toISOString())}
          value={values.expires}
          onChange={(event) => set({ expires: event.currentTarget.value })}
        />
      )}
      {mutation.error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(mutation.error).sentence}
        </div>
      )}
      <div className={classes['dialog-foot']}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={!ready} loading={mutation.isPending}>
          {values.method === 'static_key' ? 'Make application and key' : 'Make application and secret'}
        </Button>
      </div>
    </form>
  );
}

/** A static key is made with its application in one step: neither is left without the other. */
async function createApplication(values: NewApplication): Promise<IssuedSecret> {
  const { method, service, as, scopes, expires } = values;
  const login = { ...(service ? { service } : as !== null && { as }), scopes: [...scopes] };
  const name = values.name.trim();
  if (method === 'static_key') {
    const expiresAt = toExpiry(expires);
    const { secret, application } = await client.keys.create({ name, ...login, expiresAt });
    return { kind: 'key', secret, application };
  }
  const { application, clientSecret = '' } = await client.applications.create({ name, method, ...login });
  return { kind: 'client-secret', secret: clientSecret, application };
}
