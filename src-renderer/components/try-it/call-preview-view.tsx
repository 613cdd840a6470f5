import type { CallPreview } from '../../../src-shared/api/call-view.ts';
import { CallOutcome } from '../calls/call-outcome.tsx';
import { ChangedRecords } from '../calls/changed-records.tsx';
import { ChangedRows } from '../calls/changed-rows.tsx';
import { ResultView } from '../result/result-view.tsx';
import classes from './try-it.module.css';

/** What a call would answer and change. */
export function CallPreviewView({ preview }: { readonly preview: CallPreview }) {
  const { result, error, changed, changes = [], notRun = [] } = preview;
  const total = changed === undefined ? 0 : changed.inserted + changed.updated + changed.deleted;
  if (notRun.length > 0) {
    return (
      <section className={classes['report']} aria-label="Preview of the call">
        <div className={classes['report-head']}>
          <h3>Preview</h3>
          <span className={classes['hint']}>Nothing was run, and Activity does not list it.</span>
        </div>
        {notRun.map((sentence) => (
          <p key={sentence} className={classes['plain']}>
            {sentence} A preview leaves that out, so it cannot say what would come of it.
          </p>
        ))}
      </section>
    );
  }
  return (
    <section className={classes['report']} aria-label="Preview of the call">
      <div className={classes['report-head']}>
        <h3>Preview</h3>
        <CallOutcome error={error} />
        <ChangedRows changed={changed} />
        <span className={classes['hint']}>Nothing was changed, and Activity does not list it.</span>
      </div>
      {total === 0 ? (
        <p className={classes['plain']}>
          {error === undefined
            ? 'The call would change nothing on the desk.'
            : 'The call would fail and change nothing.'}
        </p>
      ) : (
        <ChangedRecords rows={changes} total={total} preview />
      )}
      <h3>{error === undefined ? 'What it would answer' : 'How it would fail'}</h3>
      <ResultView value={result} error={error} />
    </section>
  );
}
