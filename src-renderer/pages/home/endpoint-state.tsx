import { Link } from 'react-router';
import type { WorkbenchStatus } from '../../../src-shared/api/workbench.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { Card } from './card.tsx';
import { ConnectedClients } from './connected-clients.tsx';
import { EnableEndpoint } from './enable-endpoint.tsx';
import classes from './home.module.css';

export function EndpointState({ status }: { readonly status: WorkbenchStatus }) {
  const { endpointEnabled, serving } = status;
  return (
    <Card title="MCP endpoint" more={<Link to="/mcp-endpoint">Settings</Link>}>
      <div className={classes['state']}>
        <StateBadge state={endpointEnabled ? 'good' : 'quiet'}>
          {endpointEnabled ? 'On: clients with a key get in' : 'Off: every client is refused'}
        </StateBadge>
        {!endpointEnabled && <EnableEndpoint label="Turn on" variant="default" />}
      </div>
      {serving !== undefined && (
        <div className={classes['address']}>
          <code className="mono">{serving.endpoint}</code>
          <CopyButton text={serving.endpoint} what="the address of the endpoint" />
        </div>
      )}
      <ConnectedClients enabled={endpointEnabled} />
    </Card>
  );
}
