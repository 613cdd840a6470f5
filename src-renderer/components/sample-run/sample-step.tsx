import { Link } from 'react-router';
import type { SampleStep } from '../../../src-shared/api/sample-runs.ts';
import { CallOutcome } from '../calls/call-outcome.tsx';
import { ChangedRows } from '../calls/changed-rows.tsx';
import { describeMilliseconds } from '../calls/describe-milliseconds.ts';
import { ToolName } from '../calls/tool-name.tsx';
import { ForeignText } from '../foreign-text.tsx';
import { formatNumber } from '../format-number.ts';
import { JsonText } from '../json/json-text.tsx';
import { ReadableResult } from '../result/readable-result.tsx';
import { StateBadge } from '../state-badge.tsx';
import classes from './sample-run.module.css';

/** What the model's server did, in one line that unfolds; an answer as it stands. */
export function SampleStepView({ step }: { readonly step: SampleStep }) {
  switch (step.kind) {
    case 'list':
      return <ListStep step={step} />;
    case 'call':
      return <CallStep step={step} />;
    case 'answer':
      return (
        <div className={classes['answer']}>
          <h4>Answer</h4>
          <ForeignText text={step.text} />
        </div>
      );
  }
}

type StepOf<Kind extends SampleStep['kind']> = Extract<SampleStep, { kind: Kind }>;

function ListStep({ step: { state, tools, error } }: { readonly step: StepOf<'list'> }) {
  if (state === 'running') return <p className={classes['plain']}>Reading the list of tools…</p>;
  if (state === 'failed') {
    return (
      <p className={classes['plain']}>
        <StateBadge state="bad">The tools could not be listed.</StateBadge> <span className="foreign">{error}</span>
      </p>
    );
  }
  return (
    <details className={classes['step']}>
      <summary>
        <span>
          {tools.length === 1 ? '1 tool was listed' : `${formatNumber(tools.length)} tools were listed`} to the model
        </span>
      </summary>
      <ul className={classes['tools']}>
        {tools.map((name) => (
          <li key={name} className="mono">
            {name}
          </li>
        ))}
      </ul>
    </details>
  );
}

function CallStep({ step }: { readonly step: StepOf<'call'> }) {
  const { state, tool, call, error } = step;
  const input = typeof step.arguments === 'string' ? step.arguments : JSON.stringify(step.arguments);
  return (
    <details className={classes['step']}>
      <summary>
        <ToolName tool={tool} effect={call?.effect} />
        <span className={`mono one-line ${classes['arguments']}`} title={input}>
          {input === '{}' ? 'no arguments' : input}
        </span>
        <ChangedRows changed={call?.changed} />
        {call !== undefined && <span className={classes['duration']}>{describeMilliseconds(call.milliseconds)}</span>}
        {state === 'running' ? <StateBadge state="info">Running</StateBadge> : <CallOutcome error={error} />}
      </summary>
      <div className={classes['detail']}>
        {call !== undefined && <Link to={`/activity/${call.id}`}>Call {call.id} in Activity</Link>}
        <section>
          <h4>Arguments</h4>
          <JsonText value={step.arguments} label={`the arguments of ${tool}`} />
        </section>
        {state !== 'running' && (
          <section>
            <h4>{error === undefined ? 'Result' : 'Error'}</h4>
            {error === undefined ? <ReadableResult value={step.result} /> : <p className="foreign">{error.message}</p>}
          </section>
        )}
      </div>
    </details>
  );
}
