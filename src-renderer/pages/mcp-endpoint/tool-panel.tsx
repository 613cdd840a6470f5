import { Tabs } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { CustomToolActions } from '../../components/custom-tool/custom-tool-actions.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { TryIt } from '../../components/try-it/try-it.tsx';
import type { ChangeUrl, EndpointUrl } from './endpoint-url-state.ts';
import { ToolFacts } from '../../components/tool/tool-facts.tsx';

interface Props {
  readonly name: string;
  readonly url: EndpointUrl;
  readonly onChange: ChangeUrl;
  readonly onClose: () => void;
}

export function ToolPanel({ name, url, onChange, onClose }: Props) {
  const { as, face } = url;
  const { data: tools, error } = useQuery(
    api.tools.list.queryOptions({ input: { as }, placeholderData: keepPreviousData }),
  );
  const tool = tools?.find((each) => each.name === name);
  return (
    <SidePanel label={`Tool ${name}`} title={tool?.title ?? name} onClose={onClose}>
      {tools !== undefined && tool === undefined && <p>There is no tool {name} on this endpoint.</p>}
      {error !== null && <ErrorState error={error} what={`The tool ${name} could not be read`} />}
      {tool?.custom !== undefined && (
        <CustomToolActions endpoint="default" name={name} broken={tool.custom.broken} onDeleted={onClose} />
      )}
      {tool !== undefined && tool.custom?.broken === undefined && (
        <Tabs
          value={face === 'facts' ? 'facts' : 'try'}
          onChange={(value) => onChange({ face: value ?? 'try' }, { replace: true })}
        >
          <Tabs.List mb="sm">
            <Tabs.Tab value="try">Try it</Tabs.Tab>
            <Tabs.Tab value="facts">As the model sees it</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="try">
            <TryIt tool={tool} as={as} onAs={(email) => onChange({ as: email }, { replace: true })} />
          </Tabs.Panel>
          <Tabs.Panel value="facts">
            <ToolFacts tool={tool} why={tool.why} />
          </Tabs.Panel>
        </Tabs>
      )}
    </SidePanel>
  );
}
