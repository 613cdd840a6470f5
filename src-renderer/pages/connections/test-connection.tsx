import { Button } from '@mantine/core';
import type { ConnectionTestResult, ConnectionTestTarget } from '../../../src-shared/api/connections.ts';
import { describeMilliseconds } from '../../components/calls/describe-milliseconds.ts';
import { describeError } from '../../components/describe-error.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useConnectionTest } from './use-connection-test.ts';
import classes from './connections.module.css';

interface Props {
  readonly target: ConnectionTestTarget;
  /** Why it cannot be asked yet. */
  readonly disabled?: boolean;
  /** What came of the latest test of the stored connection. */
  readonly last?: ConnectionTestResult | undefined;
}

/** Asks the server for one word, and keeps what came of it in sight. */
export function TestConnection({ target, disabled = false, last }: Props) {
  const test = useConnectionTest();
  const { running, error, run, cancel } = test;
  const result = test.result ?? last;
  const isEarlier = test.result !== undefined && JSON.stringify(test.of) !== JSON.stringify(target);
  const isUnsaved = 'settings' in target;
  return (
    <>
      <div className={classes['buttons']}>
        <Button variant="default" loading={running} disabled={disabled} onClick={() => run(target)}>
          {isUnsaved ? 'Test what is typed' : 'Test connection'}
        </Button>
        {running && (
          <Button variant="default" onClick={cancel}>
            Stop waiting
          </Button>
        )}
        <span className={classes['dim']}>Sends one small request, which asks for one word.</span>
      </div>
      <div role="status">{!running && result !== undefined && <Result result={result} isEarlier={isEarlier} />}</div>
      {error !== null && !running && (
        <div role="alert" className={classes['problem']}>
          {describeError(error).sentence}
        </div>
      )}
    </>
  );
}

interface ResultProps {
  readonly result: ConnectionTestResult;
  /** What was tested is no longer what the form says. */
  readonly isEarlier: boolean;
}

function Result({ result, isEarlier }: ResultProps) {
  const { works, at, message, firstEvent, total, requestId, technical } = result;
  return (
    <div className={classes['result']} data-works={works}>
      <div>
        <StateBadge state={works ? 'good' : 'bad'}>{works ? 'Works' : 'Failed'}</StateBadge>
      </div>
      <div className="foreign">{message}</div>
      <div className={classes['dim']}>
        {isEarlier && 'Before the latest change: '}
        <RelativeTime at={at} />
        {firstEvent !== undefined && <>, first event after {describeMilliseconds(firstEvent)}</>},{' '}
        {works ? 'whole answer' : 'failed'} after {describeMilliseconds(total)}
        {requestId !== undefined && (
          <>
            , the server’s id of the request: <span className="mono foreign">{requestId}</span>
          </>
        )}
      </div>
      {technical !== undefined && (
        <details>
          <summary>What the server said</summary>
          <pre className="foreign">{technical}</pre>
        </details>
      )}
    </div>
  );
}
