import type { CallSummary } from '../../../src-shared/api/activity.ts';
import { RelativeTime } from '../relative-time.tsx';
import type { Column } from '../table/column.ts';
import { CallOutcome } from './call-outcome.tsx';
import { ChangedRows } from './changed-rows.tsx';
import { describeMilliseconds } from './describe-milliseconds.ts';
import { ToolName } from './tool-name.tsx';
import { Who } from './who.tsx';
import classes from './calls.module.css';

/** A call in one line, the same wherever calls are listed. */
export const callColumns: readonly Column<CallSummary>[] = [
  { id: 'at', title: 'When', width: 76, always: true, cell: ({ at }) => <RelativeTime at={at} /> },
  {
    id: 'tool',
    title: 'Tool',
    width: 208,
    always: true,
    cell: ({ tool, effect }) => <ToolName tool={tool} effect={effect} />,
  },
  {
    id: 'arguments',
    title: 'Arguments',
    width: 168,
    grows: true,
    cell: ({ argumentsText }) => (
      <span className="mono" title={argumentsText}>
        {argumentsText === '{}' ? <span className={classes['dim']}>none</span> : argumentsText}
      </span>
    ),
  },
  {
    id: 'outcome',
    title: 'Outcome',
    width: 124,
    cell: ({ error }) => <CallOutcome error={error} />,
  },
  {
    id: 'changed',
    title: 'Rows',
    width: 72,
    cell: ({ changed }) => <ChangedRows changed={changed} />,
  },
  {
    id: 'duration',
    title: 'Duration',
    width: 80,
    align: 'right',
    cell: ({ milliseconds }) => describeMilliseconds(milliseconds),
  },
  { id: 'who', title: 'Acting as', width: 132, cell: ({ who }) => <Who who={who} /> },
  {
    id: 'application',
    title: 'Application',
    width: 128,
    cell: ({ application }) => application && (application.name ?? <span className="mono">{application.id}</span>),
  },
  { id: 'client', title: 'Client', width: 148, cell: ({ client }) => <span title={client}>{client}</span> },
];
