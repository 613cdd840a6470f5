import type { ToolView } from '../../../src-shared/api/tools.ts';
import { ToolName } from '../../components/calls/tool-name.tsx';
import { JsonText } from '../../components/json/json-text.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { effectOf } from './effect-of.ts';
import classes from './mcp-endpoint.module.css';

const offers = { listed: 'Offered', extra: 'Only when added one by one', no: 'Not offered' } as const;

/** What a model is told of a tool, and what an administrator wants to know of it. */
export function ToolFacts({ tool }: { readonly tool: ToolView }) {
  const { annotations, columns, needs, scopes } = tool;
  const hints = [
    annotations.readOnlyHint ? 'Reads only' : 'Writes',
    ...(annotations.destructiveHint ? ['Destructive'] : []),
    ...(annotations.idempotentHint ? ['Idempotent'] : []),
    ...(annotations.openWorldHint ? ['Reaches outside the desk'] : []),
  ];
  return (
    <div className={classes['facts']}>
      <ToolName tool={tool.name} effect={effectOf(tool)} />
      {tool.why !== undefined && <StateBadge state="quiet">{tool.why}</StateBadge>}
      <p className="foreign">{tool.description}</p>
      <Properties
        list={[
          ['Hints', hints.join(', ')],
          ['Tokens to list it', `about ${tool.estimatedTokens.toLocaleString('en-GB')}`],
          ['Scopes, any one of', scopes.length === 0 ? 'None needed' : scopes.join(', ')],
          ['Role, in strict mode', needs && `${needs.level} on ${needs.area}`],
          ['Since Halo', tool.since],
          ['Default endpoint', offers[columns.default]],
          ['Agent collections', offers[columns.agent]],
          ['User collections', offers[columns.user]],
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
