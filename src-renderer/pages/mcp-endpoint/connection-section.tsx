import { Radio } from '@mantine/core';
import type { EndpointView } from '../../../src-shared/api/endpoint.ts';
import { client } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import classes from './mcp-endpoint.module.css';

export function ConnectionSection({ endpoint }: { readonly endpoint: EndpointView }) {
  const guard = useGuardedChange();
  const { defaultConnection, enabled } = endpoint.settings;
  const choose = (chosen: string): void => {
    if (chosen === 'none') {
      guard.begin({
        verb: 'Remove the connection',
        warn: async () => {
          if (!enabled) return undefined;
          const { message } = await client.endpoint.preview({ change: { defaultConnection: 'none' } });
          return `Without a default connection the endpoint is turned off. ${message}`;
        },
        make: async () => {
          await client.endpoint.update({ defaultConnection: 'none' });
          return 'There is no default connection, so the endpoint is off.';
        },
      });
    } else {
      guard.begin({
        verb: 'Use the offline model',
        warn: async () => undefined,
        make: async () => {
          await client.endpoint.update({ defaultConnection: 'offline' });
          return 'The offline model is the default connection. The endpoint can be turned on.';
        },
      });
    }
  };
  return (
    <FormSection
      id="connection"
      title="Default AI connection"
      about="As in Halo, the endpoint is offered only while an AI connection is the default. Clients bring their own model: nothing is sent through this one."
    >
      <Radio.Group aria-label="Default AI connection" value={defaultConnection} onChange={choose}>
        <div className={classes['radios']}>
          <Radio
            value="offline"
            size="xs"
            label="Offline model (built in)"
            description="Needs no account and no internet. It is the only connection of this version."
          />
          <Radio
            value="none"
            size="xs"
            label="None"
            description="Turns the endpoint off and hides how to connect to it."
          />
        </div>
      </Radio.Group>
      <ChangeNotice guard={guard} />
    </FormSection>
  );
}
