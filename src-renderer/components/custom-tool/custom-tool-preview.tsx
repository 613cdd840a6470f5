import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../format-number.ts';
import { JsonText } from '../json/json-text.tsx';
import { ToolName } from '../calls/tool-name.tsx';
import { Note } from './note.tsx';
import { ParameterTable } from './parameter-table.tsx';
import type { CustomToolForm } from './use-custom-tool-form.ts';
import classes from './custom-tool.module.css';

interface Listed {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Readonly<Record<string, unknown>>;
  readonly annotations: { readonly readOnlyHint: boolean };
}

interface Props {
  readonly form: CustomToolForm;
  /** The endpoint lets in agents and users. */
  readonly isForAll: boolean;
}

/** What the model will read of the tool, as it is typed. */
export function CustomToolPreview({ form, isForAll }: Props) {
  const { preview, valid, complete } = form;
  const [wanted, setWanted] = useState('agents');
  const listings = preview?.listings ?? [];
  const shown = listings.find(({ audience }) => audience === wanted) ?? listings[0];
  const listed = shown?.tool as unknown as Listed | undefined;
  return (
    <section className={classes['preview']} aria-labelledby="custom-tool-preview">
      <div className={classes['preview-head']}>
        <h3 id="custom-tool-preview">What the model reads</h3>
        {listings.length > 1 && (
          <SegmentedControl
            aria-label="Listed to"
            data={[
              { value: 'agents', label: 'Agents' },
              { value: 'users', label: 'Users' },
            ]}
            value={shown?.audience ?? wanted}
            onChange={setWanted}
          />
        )}
      </div>
      {!complete && <p className={classes['dim']}>Choose what it is made of, and it stands here as models get it.</p>}
      {listings.length === 0 && preview?.trouble !== undefined && complete && (
        <Note state="bad" word="Cannot be saved." sentence={preview.trouble} />
      )}
      {listed !== undefined && shown !== undefined && (
        <>
          <ToolName tool={listed.name || 'CF_…'} effect={listed.annotations.readOnlyHint ? 'read' : 'write'} />
          <div>
            <strong className="foreign">{listed.title}</strong>
            <p className="foreign">{listed.description}</p>
          </div>
          <ParameterTable schema={listed.inputSchema} />
          <p className={classes['dim']}>
            Listing it costs about {formatNumber(shown.estimatedTokens)} tokens.
            {isForAll && listings.length === 1 && ` It is offered to ${shown.audience} only.`}
          </p>
          {valid && preview?.trouble !== undefined && (
            <Note state="bad" word="Cannot be saved." sentence={preview.trouble} />
          )}
          {preview?.advice.map((sentence) => (
            <Note key={sentence} state="warn" word="Take care." sentence={sentence} />
          ))}
          <details className={classes['more']}>
            <summary>As listed, in JSON</summary>
            <JsonText value={shown.tool} label="the listed tool" />
          </details>
        </>
      )}
    </section>
  );
}
