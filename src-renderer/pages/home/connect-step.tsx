import { Link } from 'react-router';
import type { WorkbenchStatus } from '../../../src-shared/api/workbench.ts';
import { createSnippets, keyPlaceholder } from '../../../src-shared/domain/client-snippets.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import classes from './home.module.css';

/** One client's set-up to copy, and the way to the others. */
export function ConnectStep({ status: { serving } }: { readonly status: WorkbenchStatus }) {
  if (serving === undefined) return null;
  const target = { url: serving.endpoint, key: keyPlaceholder, name: 'Default endpoint' };
  const snippet = createSnippets(target).find(({ id }) => id === 'claude-code');
  return (
    <>
      {snippet !== undefined && (
        <div className={classes['address']}>
          <code className="mono">{snippet.text}</code>
          <CopyButton text={snippet.text} what="the command" />
        </div>
      )}
      <Link to="/mcp-endpoint#connect">Other clients</Link>
    </>
  );
}
