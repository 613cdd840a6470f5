import { Link } from 'react-router';
import type { CallReport } from '../../../src-shared/api/call-view.ts';
import { CallOutcome } from '../calls/call-outcome.tsx';
import { ChangedRows } from '../calls/changed-rows.tsx';
import { describeMilliseconds } from '../calls/describe-milliseconds.ts';
import { ResultView } from '../result/result-view.tsx';
import classes from './try-it.module.css';

/** What came of a call. */
export function CallReportView({ report }: { readonly report: CallReport }) {
  const { callId, milliseconds, result, error, changed } = report;
  return (
    <section className={classes['report']} aria-label="Result of the call">
      <div className={classes['report-head']}>
        <h3>Result</h3>
        <CallOutcome error={error} />
        <span>{describeMilliseconds(milliseconds)}</span>
        <ChangedRows changed={changed} />
        {callId !== undefined && <Link to={`/activity/${callId}`}>Call {callId} in Activity</Link>}
      </div>
      <ResultView value={result} error={error} />
    </section>
  );
}
