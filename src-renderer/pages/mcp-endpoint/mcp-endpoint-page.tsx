import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/client.ts';
import { useHashScroll } from '../../components/contents/use-hash-scroll.ts';
import { WithContents } from '../../components/contents/with-contents.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useUrlState } from '../../components/use-url-state.ts';
import { BehaviourSection } from './behaviour-section.tsx';
import { ConnectSection } from './connect-section.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { endpointUrlDefaults } from './endpoint-url-state.ts';
import { SwitchSection } from './switch-section.tsx';
import { ToolPanel } from './tool-panel.tsx';
import { ToolsSection } from './tools-section.tsx';
import classes from './mcp-endpoint.module.css';

const sections = [
  { id: 'connection', title: 'Default AI connection' },
  { id: 'switch', title: 'Switch and clients' },
  { id: 'connect', title: 'Remote MCP server' },
  { id: 'tools', title: 'Tools' },
  { id: 'behaviour', title: 'Behaviour' },
];
const withoutConnection = sections.filter(({ id }) => id !== 'connect');

export function McpEndpointPage() {
  const [url, setUrl] = useUrlState(endpointUrlDefaults);
  const { data: endpoint, error } = useQuery(api.endpoint.get.queryOptions());
  useHashScroll(endpoint !== undefined);
  const close = useCallback(() => setUrl({ tool: undefined, face: 'try' }, { replace: true }), [setUrl]);
  const hasConnection = endpoint?.settings.defaultConnection !== 'none';
  return (
    <div className={classes['page']}>
      <div className={classes['scroll']}>
        <PageHeader
          title="MCP endpoint"
          about="The address at which AI clients find this desk’s tools, what it offers them and how it behaves."
        />
        {error !== null && <ErrorState error={error} what="The endpoint could not be read" />}
        {endpoint !== undefined && (
          <WithContents entries={hasConnection ? sections : withoutConnection}>
            <ConnectionSection endpoint={endpoint} />
            <SwitchSection endpoint={endpoint} />
            {hasConnection && <ConnectSection endpoint={endpoint} url={url} onChange={setUrl} />}
            <ToolsSection endpoint={endpoint} url={url} onChange={setUrl} />
            <BehaviourSection endpoint={endpoint} />
          </WithContents>
        )}
      </div>
      {url.tool !== undefined && (
        <ToolPanel key={url.tool} name={url.tool} url={url} onChange={setUrl} onClose={close} />
      )}
    </div>
  );
}
