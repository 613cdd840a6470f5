import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { createSnippets, keyPlaceholder, samplePrompt } from '../../../src-shared/domain/client-snippets.ts';
import { CopyLine } from '../copy-line.tsx';
import { FormSection } from '../form/form-section.tsx';
import { SampleRun } from '../sample-run/sample-run.tsx';
import { SnippetTabs } from '../snippet/snippet-tabs.tsx';
import classes from './endpoint.module.css';

/** Which client and which form of the sample request are shown, by the ids of their snippets, and whom it is run as. */
interface Shown {
  readonly client: string | undefined;
  readonly sample: string | undefined;
  /** The address of whom the sample request is run as. */
  readonly runAs: string | undefined;
}

interface Props {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  /** Absent while nothing listens. */
  readonly url: string | undefined;
  /** Why nobody gets in at the address, or what else there is to know of it. */
  readonly hint?: ReactNode;
  /** Other addresses of the same endpoint. */
  readonly further?: readonly { readonly label: string; readonly url: string; readonly note: string }[];
  readonly shown: Shown;
  readonly onShow: (change: Partial<Shown>) => void;
}

/** The section that says how to connect to an endpoint: its address, set-ups of clients, and a sample request. */
export function ConnectDetails({ id, name, enabled, url, hint, further = [], shown, onShow }: Props) {
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
      <div className={classes['url']} data-many={further.length > 0 || undefined}>
        <span>Server URL</span>
        <CopyLine text={url} what="the address of the server" />
        {hint !== undefined && <span className={classes['dim']}>{hint}</span>}
      </div>
      {further.map((other) => (
        <div key={other.url} className={classes['url']} data-many>
          <span>{other.label}</span>
          <CopyLine text={other.url} what={`the ${other.label.toLowerCase()}`} />
          <span className={classes['dim']}>{other.note}</span>
        </div>
      ))}
      <h3 className={classes['sub']}>Set up a client</h3>
      <SnippetTabs
        label="Clients"
        snippets={all.filter(({ id }) => !isSample(id))}
        value={shown.client}
        onChange={(client) => onShow({ client })}
      />
      <h3 className={classes['sub']}>Sample request</h3>
      <p className={classes['dim']}>For OpenAI’s Responses API. It asks: {samplePrompt}</p>
      <SnippetTabs
        label="Sample request"
        snippets={all.filter(({ id }) => isSample(id))}
        value={shown.sample}
        onChange={(sample) => onShow({ sample })}
      />
      <h3 className={classes['sub']}>Run it here</h3>
      <p className={classes['dim']}>
        Sends this request to the offline model of this workbench, with a key of its own that ends with the answer. Its
        calls are real: it logs a ticket on the desk, and Activity lists them.
      </p>
      <SampleRun
        endpointId={id}
        hindrance={enabled ? undefined : 'Nobody can call the tools while the endpoint is off.'}
        as={shown.runAs}
        onAs={(runAs) => onShow({ runAs })}
      />
    </FormSection>
  );
}
