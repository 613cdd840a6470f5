import { Button, SegmentedControl } from '@mantine/core';
import { PrincipalPicker } from '../form/principal-picker.tsx';
import { JsonText } from '../json/json-text.tsx';
import { RecordLink } from '../record/record-link.tsx';
import { useResultFace, type ResultFace } from '../result/result-face.ts';
import { describeMilliseconds } from '../calls/describe-milliseconds.ts';
import { usePageKeys } from '../use-page-keys.ts';
import { SampleStepView } from './sample-step.tsx';
import { startSampleRun, stopSampleRun, useSampleRuns, type SampleRun as Run } from './use-sample-run.ts';
import classes from './sample-run.module.css';

interface Props {
  readonly endpointId: string;
  /** Why it cannot be run now. */
  readonly hindrance: string | undefined;
  /** The email address of whom to act as; undefined for the administrator. */
  readonly as: string | undefined;
  readonly onAs: (email: string | undefined) => void;
}

/** Runs an endpoint's sample request on the offline model, and shows what came of it. */
export function SampleRun({ endpointId, hindrance, as, onAs }: Props) {
  const run = useSampleRuns(({ runs }) => runs[endpointId]);
  const isRunning = run?.state === 'running';
  return (
    <div className={classes['run']}>
      <div className={classes['foot']}>
        <div className={classes['as']}>
          <PrincipalPicker label="Act as" value={as} onChange={onAs} />
        </div>
        <Button
          variant={isRunning ? 'default' : 'filled'}
          disabled={!isRunning && hindrance !== undefined}
          onClick={() => (isRunning ? stopSampleRun(endpointId) : void startSampleRun(endpointId, as))}
        >
          {isRunning ? 'Stop' : run === undefined ? 'Run it here' : 'Run again'}
        </Button>
        {hindrance !== undefined && !isRunning && <span className={classes['dim']}>{hindrance}</span>}
      </div>
      <div role="status" className={classes['state']}>
        {run !== undefined && describeState(run)}
      </div>
      {run?.state === 'failed' && (
        <p role="alert" className={`foreign ${classes['failed']}`}>
          {run.failure}
        </p>
      )}
      {run !== undefined && run.steps.length > 0 && <Came run={run} />}
    </div>
  );
}

const faces = [
  { value: 'readable', label: 'Readable' },
  { value: 'json', label: 'JSON' },
];

function Came({ run }: { readonly run: Run }) {
  const { face, show } = useResultFace();
  usePageKeys([['v', () => show(face === 'json' ? 'readable' : 'json')]]);
  const made = run.steps.flatMap((step) => (step.kind === 'call' ? step.made : []));
  return (
    <section className={classes['came']} aria-label="What came of the sample request">
      <div className={classes['head']}>
        <SegmentedControl
          aria-label="How the response is shown"
          data={faces}
          value={face}
          onChange={(chosen) => show(chosen as ResultFace)}
        />
        <span className={classes['dim']}>V switches</span>
      </div>
      {made.length > 0 && (
        <p className={classes['plain']}>
          Made on the desk:{' '}
          {made.map(({ kind, id, name }) =>
            kind === 'site' ? (
              <span key={`${kind} ${id}`}>{name} </span>
            ) : (
              <span key={`${kind} ${id}`}>
                <RecordLink kind={kind} to={{ id, name: `${kind === 'ticket' ? 'ticket ' : ''}${name}` }} />{' '}
              </span>
            ),
          )}
        </p>
      )}
      {face === 'json' ? (
        run.response === undefined ? (
          <p className={classes['dim']}>
            {run.state === 'running' ? 'The response is here once it is complete.' : 'There is no whole response.'}
          </p>
        ) : (
          <JsonText value={run.response} label="the response" />
        )
      ) : (
        <ol className={classes['steps']}>
          {run.steps.map((step, index) => (
            <li key={index}>
              <SampleStepView step={step} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function describeState({ state, steps, milliseconds = 0 }: Run): string {
  const calls = steps.filter(({ kind }) => kind === 'call').length;
  const counted = calls === 0 ? 'no calls' : calls === 1 ? '1 call' : `${calls} calls`;
  switch (state) {
    case 'running':
      return calls === 0 ? 'Running…' : `Running, ${counted} so far…`;
    case 'done':
      return `Answered after ${describeMilliseconds(milliseconds)} with ${counted}.`;
    case 'stopped':
      return 'Stopped. A call that was under way may have been carried out all the same: Activity tells.';
    case 'failed':
      return '';
  }
}
