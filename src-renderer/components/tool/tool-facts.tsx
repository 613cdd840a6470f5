import type { ToolFactsView } from '../../../src-shared/api/tools.ts';
import { ToolName } from '../calls/tool-name.tsx';
import { JsonText } from '../json/json-text.tsx';
import { Properties } from '../record/properties.tsx';
import { StateBadge } from '../state-badge.tsx';
import { effectOf } from './effect-of.ts';
import classes from './tool.module.css';

const offers = { listed: 'Offered', extra: 'Only when added one by one', no: 'Not offered' } as const;

/** What a model is told of a tool, and what an administrator wants to know of it. */
export function ToolFacts({ tool, why }: { readonly tool: ToolFactsView; readonly why?: string | undefined }) {
  const { annotations, columns, needs, scopes } = tool;
  if (tool.custom?.broken !== undefined) {
    // Nothing is listed of it, and nothing else is known.
    return (
      <div className={classes['facts']}>
        <ToolName tool={tool.name} />
        <p className="foreign">{tool.description}</p>
      </div>
    );
  }
  const hints = [
    annotations.readOnlyHint ? 'Reads only' : 'Writes',
    ...(annotations.destructiveHint ? ['Destructive'] : []),
    ...(annotations.idempotentHint ? ['Idempotent'] : []),
    ...(annotations.openWorldHint ? ['Reaches outside the desk'] : []),
  ];
  return (
    <div className={classes['facts']}>
      <ToolName tool={tool.name} effect={effectOf(tool)} />
      {why !== undefined && <StateBadge state="quiet">{why}</StateBadge>}
      <p className="foreign">{tool.description}</p>
      <Properties
        list={[
          ['Hints', hints.join(', ')],
          ['Tokens to list it', `about ${tool.estimatedTokens.toLocaleString('en-GB')}`],
          ['Scopes, any one of', scopes.length === 0 ? 'None needed' : scopes.join(', ')],
          ['Role, in strict mode', needs && `${needs.level} on ${needs.area}`],
          ['Since Halo', tool.since],
          ...(tool.custom === undefined
            ? ([
                ['Default endpoint', offers[columns.default]],
                ['Agent collections', offers[columns.agent]],
                ['User collections', offers[columns.user]],
              ] as const)
            : []),
        ]}
      />
      <section>
        <h3>Input schema</h3>
        <JsonText value={tool.inputSchema} label="the input schema" />
      </section>
      {tool.outputSchema !== undefined && (
        <section>
          <h3>Output schema</h3>
          <JsonText value={tool.outputSchema} label="the output schema" />
        </section>
      )}
      <section>
        <h3>Annotations</h3>
        <JsonText value={annotations} label="the annotations" />
      </section>
    </div>
  );
}
