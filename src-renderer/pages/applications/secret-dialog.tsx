import { Button, Checkbox, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createSnippets } from '../../../src-shared/domain/client-snippets.ts';
import { api } from '../../api/client.ts';
import { CopyLine } from '../../components/copy-line.tsx';
import { SnippetTabs } from '../../components/snippet/snippet-tabs.tsx';
import { createTokenSnippet } from './create-token-snippet.ts';
import type { IssuedSecret } from './issued-secret.ts';
import classes from './applications.module.css';

interface Props {
  readonly issued: IssuedSecret;
  readonly onKept: () => void;
}

/** Shows a secret this once. It goes only when somebody says that it is kept. */
export function SecretDialog({ issued, onKept }: Props) {
  const [kept, setKept] = useState(false);
  const { kind, secret, application } = issued;
  const close = (): void => {
    // The dialogue goes together with the button, and the focus must not go with them.
    document.getElementById('content')?.focus({ preventScroll: true });
    onKept();
  };
  const noun = kind === 'key' ? 'key' : 'client secret';
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="xl"
      title={`The ${noun} of ${application.name}`}
    >
      <div className={classes['dialog']}>
        <p className={classes['note']}>
          This is the only time that the {noun} is shown. Only its fingerprint is stored: nobody can read it again, but
          a new one can be made at any time.
        </p>
        {kind === 'client-secret' && (
          <div className={classes['pair']}>
            <span>Client ID</span>
            <CopyLine text={application.id} what="the client ID" />
          </div>
        )}
        <div className={classes['pair']}>
          <span>{kind === 'key' ? 'Key' : 'Client secret'}</span>
          <CopyLine text={secret} what={`the ${noun}`} />
        </div>
        <Setup issued={issued} />
        <div className={`${classes['dialog-foot']} ${classes['kept']}`}>
          <Checkbox
            label={`I have stored the ${noun}`}
            checked={kept}
            onChange={(event) => setKept(event.currentTarget.checked)}
          />
          <Button disabled={!kept} onClick={close}>
            Close
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function Setup({ issued: { kind, secret, application } }: Pick<Props, 'issued'>) {
  const { data: endpoint } = useQuery(api.endpoint.get.queryOptions());
  const [chosen, setChosen] = useState<string>();
  if (endpoint?.url === undefined) return null;
  const { url, name } = endpoint;
  const snippets =
    kind === 'key' ? createSnippets({ url, key: secret, name }) : [createTokenSnippet({ url, application, secret })];
  return (
    <section>
      <h3 className={classes['setup']}>Use it</h3>
      <SnippetTabs label="Clients" snippets={snippets} value={chosen} onChange={setChosen} />
      {!endpoint.settings.enabled && (
        <p className={classes['dim']}>The endpoint is off. It answers once you turn it on under MCP endpoint.</p>
      )}
    </section>
  );
}
