import { Link } from 'react-router';
import type { EndpointView } from '../../../src-shared/api/endpoint.ts';
import { createSnippets, keyPlaceholder, samplePrompt } from '../../../src-shared/domain/client-snippets.ts';
import { CopyLine } from '../../components/copy-line.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import { SnippetTabs } from '../../components/snippet/snippet-tabs.tsx';
import type { ChangeUrl, EndpointUrl } from './endpoint-url-state.ts';
import classes from './mcp-endpoint.module.css';

interface Props {
  readonly endpoint: EndpointView;
  readonly url: EndpointUrl;
  readonly onChange: ChangeUrl;
}

export function ConnectSection({ endpoint, url: state, onChange }: Props) {
  const { url, name, settings } = endpoint;
  if (url === undefined) {
    return (
      <FormSection id="connect" title="Remote MCP server">
        <p className={classes['dim']}>Nothing listens now, so there is no address. Start the workbench with "serve".</p>
      </FormSection>
    );
  }
  const all = createSnippets({ url, key: keyPlaceholder, name });
  const isSample = (id: string): boolean => id.startsWith('responses-');
  return (
    <FormSection
      id="connect"
      title="Remote MCP server"
      about={
        <>
          Put a key in place of <code>{keyPlaceholder}</code>. A key is made under{' '}
          <Link to="/applications?new=application">Applications</Link> and shown only once.
        </>
      }
    >
      <div className={classes['url']}>
        <span>Server URL</span>
        <CopyLine text={url} what="the address of the server" />
        {!settings.enabled && <span className={classes['dim']}>It answers once the endpoint is on.</span>}
      </div>
      <h3 className={classes['sub']}>Set up a client</h3>
      <SnippetTabs
        label="Clients"
        snippets={all.filter(({ id }) => !isSample(id))}
        value={state.client}
        onChange={(id) => onChange({ client: id }, { replace: true })}
      />
      <h3 className={classes['sub']}>Sample request</h3>
      <p className={classes['dim']}>For OpenAI’s Responses API. It asks: {samplePrompt}</p>
      <SnippetTabs
        label="Sample request"
        snippets={all.filter(({ id }) => isSample(id))}
        value={state.sample}
        onChange={(id) => onChange({ sample: id }, { replace: true })}
      />
    </FormSection>
  );
}
