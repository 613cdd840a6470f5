import { Link, useLocation } from 'react-router';
import { useCurrentSection } from './use-current-section.ts';
import classes from './mcp-endpoint.module.css';

const titles = {
  connection: 'Default AI connection',
  switch: 'Switch and clients',
  connect: 'Remote MCP server',
  tools: 'Tools',
  behaviour: 'Behaviour',
} as const;

const all = ['connection', 'switch', 'connect', 'tools', 'behaviour'] as const;
const withoutConnection = all.filter((id) => id !== 'connect');

/** The page's table of contents. */
export function Contents({ hasConnection }: { readonly hasConnection: boolean }) {
  const { search } = useLocation();
  const ids = hasConnection ? all : withoutConnection;
  const current = useCurrentSection(ids);
  return (
    <nav aria-label="On this page" className={classes['contents']}>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <Link to={{ search, hash: id }} replace aria-current={id === current ? 'location' : undefined}>
              {titles[id]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
