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
    width: 180,
    always: true,
    cell: ({ tool, effect }) => <ToolName tool={tool} effect={effect} />,
  },
  {
    id: 'arguments',
    title: 'Arguments',
    width: 140,
    grows: 'twice',
    cell: ({ argumentsText }) => (
      <span className="mono" title={argumentsText}>
        {argumentsText === '{}' ? <span className={classes['dim']}>none</span> : argumentsText}
      </span>
    ),
  },
  {
    id: 'outcome',
    title: 'Outcome',
    width: 96,
    cell: ({ error }) => <CallOutcome error={error} />,
  },
  {
    id: 'changed',
    title: 'Rows',
    width: 60,
    cell: ({ changed }) => <ChangedRows changed={changed} />,
  },
  {
    id: 'duration',
    title: 'Duration',
    width: 84,
    align: 'right',
    cell: ({ milliseconds }) => describeMilliseconds(milliseconds),
  },
  { id: 'who', title: 'Acting as', width: 124, grows: 'once', cell: ({ who }) => <Who who={who} /> },
  {
    id: 'application',
    title: 'Application',
    width: 112,
    grows: 'once',
    cell: ({ application }) => application && (application.name ?? <span className="mono">{application.id}</span>),
  },
  {
    id: 'client',
    title: 'Client',
    width: 112,
    grows: 'once',
    cell: ({ client }) => <span title={client}>{client}</span>,
  },
];
