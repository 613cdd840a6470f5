import { Link } from 'react-router';
import { CallOutcome } from '../../components/calls/call-outcome.tsx';
import { ChangedRows } from '../../components/calls/changed-rows.tsx';
import { describeMilliseconds } from '../../components/calls/describe-milliseconds.ts';
import { ToolName } from '../../components/calls/tool-name.tsx';
import { Who } from '../../components/calls/who.tsx';
import { readNumber } from '../../components/read-number.ts';
import { EndpointLink } from '../../components/endpoint/endpoint-link.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { recordPath } from '../../components/record/record-path.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import type { ReadCall } from './read-call.ts';
import classes from './activity.module.css';

const eras: Readonly<Record<string, string>> = {
  workbench: 'The workbench',
  playground: 'The playground',
  'command-line': 'The command line',
};

export function CallFacts({ call }: { readonly call: ReadCall }) {
  const { application, era, endpointName, endpointId, changed, configurationVersion } = call;
  return (
    <div className={classes['facts']}>
      <Properties
        list={[
          ['Tool', <ToolName key="tool" tool={call.tool} effect={call.effect} />],
          ['Outcome', <CallOutcome key="outcome" error={call.error} />],
          ['When', <RelativeTime key="at" at={call.at} />],
          ['Duration', describeMilliseconds(call.milliseconds)],
          ['Rows changed', countRows(changed) === 0 ? 'None' : <ChangedRows changed={changed} />],
          ['Acting as', <Principal key="who" call={call} />],
          [
            'Application',
            application && <Link to={`/applications/${application.id}`}>{application.name ?? application.id}</Link>,
          ],
          ['Client', <span className="foreign">{call.client}</span>],
          ...(call.conversation === undefined
            ? []
            : [['Conversation', <Conversation key="conversation" of={call.conversation} />] as const]),
          ['Protocol', eras[era] ?? <span className="mono">{era}</span>],
          [
            'Endpoint',
            endpointName === undefined ? (
              <span className="mono">{endpointId}</span>
            ) : (
              <EndpointLink collection={{ id: endpointId, name: endpointName }} />
            ),
          ],
          ['Configuration', `Version ${configurationVersion}`],
          ['Change set', call.changeSetId?.toString()],
        ]}
      />
    </div>
  );
}

function countRows(changed: ReadCall['changed']): number {
  return changed === undefined ? 0 : changed.inserted + changed.updated + changed.deleted;
}

function Conversation({ of }: { readonly of: NonNullable<ReadCall['conversation']> }) {
  if (of === 'deleted') return <>One that was deleted</>;
  return (
    <>
      <Link to={`/playground/${of.id}?turn=${of.turn}`} className="foreign">
        {of.title}
      </Link>
      , turn {of.turn}
    </>
  );
}

function Principal({ call: { who } }: { readonly call: ReadCall }) {
  const id = readNumber(who.label.split(':')[1]);
  if (who.kind === 'service' || who.name === undefined || id === undefined) return <Who who={who} />;
  return (
    <Link to={recordPath(who.kind, id)}>
      <Who who={who} />
    </Link>
  );
}
