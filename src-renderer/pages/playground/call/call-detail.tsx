import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CallItem } from '../../../../src-shared/api/conversations.ts';
import { api } from '../../../api/client.ts';
import { ChangedRecords } from '../../../components/calls/changed-records.tsx';
import { Failure } from '../failure.tsx';
import { CallResult } from './call-result.tsx';
import { CallText } from './call-text.tsx';
import { RunAgain } from './run-again.tsx';
import classes from './call.module.css';

const over: ReadonlySet<CallItem['state']> = new Set(['done', 'failed', 'denied', 'stopped', 'interrupted']);

/** What went into a call, what came out of it and what it changed. */
export function CallDetail({ call }: { readonly call: CallItem }) {
  const [editing, setEditing] = useState(false);
  const { approval, arguments: given, callId, changed, error, result } = call;
  return (
    <>
      <section>
        <h3>Arguments</h3>
        {approval.edited && <p className={classes['note']}>They were edited before the call was approved.</p>}
        <CallText itemId={call.id} of="arguments" text={given} label="the arguments" />
      </section>
      {approval.decision === 'denied' && (
        <p className={classes['note']}>
          Denied, so nothing was run.
          {approval.reason !== undefined && approval.reason !== '' && (
            <>
              {' '}
              Reason: <span className="foreign">{approval.reason}</span>
            </>
          )}
        </p>
      )}
      {error !== undefined && <Failure failure={error} />}
      {result !== undefined && (
        <section>
          <h3>Result</h3>
          <CallResult itemId={call.id} text={result} />
        </section>
      )}
      {changed !== undefined && callId !== undefined && <Changes callId={callId} />}
      {over.has(call.state) && (
        <div className={classes['foot']}>
          {callId !== undefined && <Link to={`/activity/${callId}`}>Call {callId} in Activity</Link>}
          {call.by === 'hosted' && <span className={classes['dim']}>Carried out by the model’s server</span>}
          {howAllowed(call) !== undefined && <span className={classes['dim']}>{howAllowed(call)}</span>}
          <span className={classes['grow']} />
          <Button variant="default" aria-expanded={editing} onClick={() => setEditing(!editing)}>
            Edit and run again
          </Button>
        </div>
      )}
      {editing && <RunAgain call={call} onClose={() => setEditing(false)} />}
    </>
  );
}

function howAllowed({ approval: { decision } }: CallItem): string | undefined {
  switch (decision) {
    case 'once':
      return 'Approved once';
    case 'chat':
      return 'Approved, and allowed in this conversation';
    case 'always':
      return 'Approved, and always allowed';
    case 'remembered':
      return 'Allowed earlier';
    default:
      return undefined;
  }
}

/** The activity log has the columns. */
function Changes({ callId }: { readonly callId: number }) {
  const { data, error } = useQuery(api.activity.get.queryOptions({ input: { id: callId } }));
  if (error !== null) return <p className={classes['note']}>The activity log no longer has what it changed.</p>;
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section>
      <h3>What it changed</h3>
      <ChangedRecords rows={data.rows} total={data.rowsTotal} />
    </section>
  );
}
