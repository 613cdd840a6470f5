import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ConnectionView } from '../../../src-shared/api/connections.ts';
import type { EndpointView } from '../../../src-shared/api/endpoint.ts';
import { noConnection } from '../../../src-shared/domain/connection-settings.ts';
import { api, client } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import classes from './mcp-endpoint.module.css';

export function ConnectionSection({ endpoint }: { readonly endpoint: EndpointView }) {
  const guard = useGuardedChange();
  const { data: connections, error } = useQuery(api.connections.list.queryOptions());
  const { defaultConnection, enabled } = endpoint.settings;
  const remove = (): void =>
    guard.begin({
      verb: 'Remove the default',
      warn: async () => {
        if (!enabled) return undefined;
        const { message } = await client.endpoint.preview({ change: { defaultConnection: noConnection } });
        return `Without a default connection the endpoint is turned off. ${message}`;
      },
      make: async () => {
        await client.endpoint.update({ defaultConnection: noConnection });
        return 'There is no default connection, so the endpoint is off.';
      },
    });
  const choose = (id: string): void =>
    guard.begin({
      verb: 'Make it the default',
      warn: async () => undefined,
      make: async () => {
        await client.endpoint.update({ defaultConnection: id });
        const name = connections?.find((each) => each.id === id)?.name ?? 'The connection';
        return `${name} is the default connection.${enabled ? '' : ' The endpoint can be turned on.'}`;
      },
    });
  return (
    <FormSection
      id="connection"
      title="Default AI connection"
      about="As in Halo, the endpoint is offered only while an AI connection is the default. MCP clients bring their own model: nothing of theirs is sent through this one."
      actions={<Link to="/connections">AI connections</Link>}
    >
      {error !== null && <ErrorState error={error} what="The connections could not be read" />}
      {connections !== undefined && (
        <Radio.Group
          aria-label="Default AI connection"
          value={defaultConnection}
          onChange={(chosen) => (chosen === noConnection ? remove() : choose(chosen))}
        >
          <div className={classes['radios']}>
            {connections.map((connection) => (
              <Radio
                key={connection.id}
                value={connection.id}
                size="xs"
                label={connection.kind === 'offline' ? `${connection.name} (built in)` : connection.name}
                description={describe(connection)}
              />
            ))}
            <Radio
              value={noConnection}
              size="xs"
              label="None"
              description="Turns the endpoint off and hides how to connect to it."
            />
          </div>
        </Radio.Group>
      )}
      <ChangeNotice guard={guard} />
    </FormSection>
  );
}

function describe({ kind, model, baseUrl, key }: ConnectionView): string {
  if (kind === 'offline') return 'Rule-based. Needs no account and no internet.';
  const where = `${model} at ${baseUrl.replace(/^https?:\/\//, '').split('/', 1)[0] ?? baseUrl}`;
  return key.state === 'unreadable' ? `${where}. Its key cannot be read.` : where;
}
