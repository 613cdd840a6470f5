import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EndpointView } from '../../../src-shared/api/endpoint.ts';
import { api, client } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { CopyLine } from '../../components/copy-line.tsx';
import { ConnectedClients } from '../../components/endpoint/connected-clients.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import classes from './mcp-endpoint.module.css';

export function SwitchSection({ endpoint }: { readonly endpoint: EndpointView }) {
  const guard = useGuardedChange();
  const clients = useQuery(api.endpoint.clients.queryOptions());
  const { url, settings } = endpoint;
  const { enabled, defaultConnection } = settings;
  const turn = (on: boolean): void =>
    guard.begin(
      on
        ? {
            verb: 'Turn on',
            warn: async () => undefined,
            make: async () => {
              await client.endpoint.enable();
              return 'The endpoint is on: clients with a key get in.';
            },
          }
        : {
            verb: 'Turn off',
            warn: async () => {
              const { shutOut, message } = await client.endpoint.preview({ change: { enabled: false } });
              return shutOut === 0 ? undefined : message;
            },
            make: async () => {
              await client.endpoint.disable();
              return 'The endpoint is off: every client gets "not found".';
            },
          },
    );
  return (
    <FormSection
      id="switch"
      title="Switch and clients"
      about="While the endpoint is off, every request that carries a valid key or token is answered with 404, as Halo does."
    >
      <div className={classes['switch']}>
        <Switch
          label="Enable the MCP endpoint"
          checked={enabled}
          disabled={!enabled && defaultConnection === 'none'}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        <StateBadge state={enabled ? 'good' : 'quiet'}>{enabled ? 'On' : 'Off'}</StateBadge>
        {enabled && url !== undefined && <CopyLine text={url} what="the server URL" />}
        {defaultConnection === 'none' && <span className={classes['dim']}>Choose a default connection first.</span>}
      </div>
      <ChangeNotice guard={guard} />
      <ConnectedClients query={clients} />
    </FormSection>
  );
}
