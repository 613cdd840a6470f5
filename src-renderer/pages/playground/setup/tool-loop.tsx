import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ConnectionView } from '../../../../src-shared/api/connections.ts';
import type { ConversationSetup } from '../../../../src-shared/domain/conversations.ts';
import { explainReach } from '../../../../src-shared/domain/endpoint-reach.ts';
import type { ChangeSetup } from './change-setup.ts';
import classes from './setup.module.css';

interface Props {
  readonly setup: ConversationSetup;
  readonly connections: readonly ConnectionView[];
  readonly onChange: ChangeSetup;
}

const ways = [
  { value: 'own-address', label: 'The workbench’s own address' },
  { value: 'address', label: 'A public address' },
  { value: 'tunnel', label: 'A tunnel' },
] as const;

/** Who carries out the calls, and how the endpoint is reached from there. */
export function ToolLoop({ setup, connections, onChange }: Props) {
  const { toolLoop, reach, connectionId } = setup;
  const connection = connections.find(({ id }) => id === connectionId);
  const [way, setWay] = useState(reach.by);
  const [typed, setTyped] = useState(describeReach(reach));
  const isOffline = connection?.kind === 'offline';
  const shown = isOffline ? 'own-address' : way;
  const explanation =
    connection !== undefined &&
    explainReach({ toolLoop, reach: isOffline ? { by: 'own-address' } : reach }, { ...connection, isOffline });
  const choose = (by: typeof way, text: string): void => {
    setWay(by);
    setTyped(text);
    const value = text.trim();
    if (by === 'own-address') onChange({ reach: { by } });
    if (by === 'address' && URL.canParse(value)) onChange({ reach: { by, url: value } });
    if (by === 'tunnel' && value !== '') onChange({ reach: { by, tunnelId: value } });
  };
  return (
    <div className={classes['loop']}>
      <Radio.Group
        label="Calls are carried out by"
        size="xs"
        value={toolLoop}
        onChange={(chosen) => onChange({ toolLoop: chosen })}
      >
        <Stack gap={10} mt={4}>
          <Radio size="xs" value="workbench" label="The workbench" />
          <Radio size="xs" value="hosted" label="The model’s server (hosted MCP tool)" />
        </Stack>
      </Radio.Group>
      {toolLoop === 'hosted' && !isOffline && (
        <>
          <Select
            label="It reaches the endpoint by"
            allowDeselect={false}
            data={ways}
            value={shown}
            onChange={(by) => by !== null && choose(by, '')}
          />
          {shown !== 'own-address' && (
            <TextInput
              label={shown === 'address' ? 'Public address of the endpoint' : 'Id of the tunnel'}
              placeholder={shown === 'address' ? 'https://' : 'tunnel_'}
              spellCheck={false}
              maxLength={2000}
              value={typed}
              onChange={(event) => choose(shown, event.currentTarget.value)}
            />
          )}
        </>
      )}
      {explanation !== false && (
        <p className={classes['note']} data-bad={!explanation.works || undefined}>
          {explanation.sentence}
        </p>
      )}
    </div>
  );
}

function describeReach(reach: ConversationSetup['reach']): string {
  if (reach.by === 'address') return reach.url;
  return reach.by === 'tunnel' ? reach.tunnelId : '';
}
