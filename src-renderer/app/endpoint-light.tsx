import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import classes from './endpoint-light.module.css';

/** Whether clients get in, always in sight. */
export function EndpointLight({ collapsed }: { readonly collapsed: boolean }) {
  const { data } = useQuery(api.workbench.status.queryOptions());
  if (data === undefined) return <span />;
  const words = data.endpointEnabled ? 'Endpoint is on' : 'Endpoint is off';
  return (
    <Tooltip label={words} disabled={!collapsed} position="right">
      <Link to="/mcp-endpoint" className={classes['light']} data-on={data.endpointEnabled || undefined}>
        <span className={classes['dot']} aria-hidden />
        <span className={collapsed ? 'visually-hidden' : undefined}>{words}</span>
      </Link>
    </Tooltip>
  );
}
