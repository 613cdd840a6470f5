import { Button } from '@mantine/core';
import type { ApplicationView } from '../../../src-shared/api/applications.ts';
import { client } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { describeClientsOf } from './describe-clients-of.ts';
import type { IssuedSecret } from '../../components/secret/issued-secret.ts';

interface Props {
  readonly application: ApplicationView;
  readonly onIssued: (issued: IssuedSecret) => void;
}

export function ClientSecret({ application, onIssued }: Props) {
  const guard = useGuardedChange();
  const { id, secretHint } = application;
  const replace = (): void =>
    guard.begin({
      verb: 'Replace the secret',
      warn: async () => `The old secret and the tokens obtained with it end at once. ${await describeClientsOf(id)}`,
      make: async () => {
        const { application: changed, clientSecret } = await client.applications.replaceSecret({ application: id });
        onIssued({ kind: 'client-secret', secret: clientSecret, application: changed });
        return 'The secret is replaced.';
      },
    });
  return (
    <FormSection
      title="Client secret"
      about={
        secretHint === undefined ? 'It has none yet.' : <>It ends in {<span className="mono">{secretHint}</span>}.</>
      }
      actions={
        <Button variant="default" onClick={replace}>
          Replace
        </Button>
      }
    >
      <ChangeNotice guard={guard} />
    </FormSection>
  );
}
