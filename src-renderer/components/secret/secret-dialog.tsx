import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createSnippets } from '../../../src-shared/domain/client-snippets.ts';
import { api } from '../../api/client.ts';
import { Dialog } from '../dialog.tsx';
import { CopyLine } from '../copy-line.tsx';
import { SnippetTabs } from '../snippet/snippet-tabs.tsx';
import { createTokenSnippet } from './create-token-snippet.ts';
import type { IssuedSecret } from './issued-secret.ts';
import classes from './secret.module.css';

interface Props {
  readonly issued: IssuedSecret;
  readonly onKept: () => void;
}

/** Shows a secret this once. It goes only when somebody says that it is kept. */
export function SecretDialog({ issued, onKept }: Props) {
  const [kept, setKept] = useState(false);
  const { kind, secret, application } = issued;
  const noun = kind === 'key' ? 'key' : 'client secret';
  return (
    <Dialog
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
          <Button disabled={!kept} onClick={onKept}>
            Close
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Setup({ issued: { kind, secret, application, collectionId } }: Pick<Props, 'issued'>) {
  const opened = useOpened(collectionId);
  const [chosen, setChosen] = useState<string>();
  if (opened?.url === undefined) return null;
  const { url, name, enabled, where } = opened;
  const snippets =
    kind === 'key' ? createSnippets({ url, key: secret, name }) : [createTokenSnippet({ url, application, secret })];
  return (
    <section>
      <h3 className={classes['setup']}>Use it</h3>
      <SnippetTabs label="Clients" snippets={snippets} value={chosen} onChange={setChosen} />
      {!enabled && <p className={classes['dim']}>{where}</p>}
    </section>
  );
}

/** What the secret opens: the collection that the key is bound to, or the default endpoint. */
function useOpened(collectionId: string | undefined) {
  const isBound = collectionId !== undefined;
  const { data: endpoint } = useQuery({ ...api.endpoint.get.queryOptions(), enabled: !isBound });
  const { data: collection } = useQuery({
    ...api.collections.get.queryOptions({ input: { collection: collectionId ?? '' } }),
    enabled: isBound,
  });
  if (collection !== undefined) {
    const { url, settings } = collection;
    return { url, ...settings, where: 'The collection is not enabled. It answers once you enable it.' };
  }
  return (
    endpoint && {
      ...{ url: endpoint.url, name: endpoint.name, enabled: endpoint.settings.enabled },
      where: 'The endpoint is off. It answers once you turn it on under MCP endpoint.',
    }
  );
}
