import { Button } from '@mantine/core';
import { describeError } from '../../components/describe-error.ts';
import { Dialog } from '../../components/dialog.tsx';
import { JsonText } from '../../components/json/json-text.tsx';
import type { ReadCall } from './read-call.ts';
import classes from './activity.module.css';

interface Props {
  readonly call: ReadCall;
  readonly error: unknown;
  readonly running: boolean;
  readonly onRun: () => void;
  readonly onClose: () => void;
}

/** Asks before a call that changes the desk is made a second time. */
export function RerunDialog({ call, error, running, onRun, onClose }: Props) {
  const { tool, who, effect } = call;
  const name = who.name ?? who.label;
  return (
    <Dialog onClose={onClose} title={`Run ${tool} again`} size="lg">
      <div className={classes['dialog']}>
        <p>
          {effect === undefined
            ? 'No tool has this name now, so the call will be refused and written to the log.'
            : `This changes the desk once more, as ${name}, with the arguments below. The first call is not undone.`}
        </p>
        <JsonText value={call.arguments} label="the arguments" />
        {error !== null && (
          <div role="alert" className={classes['problem']}>
            {describeError(error).sentence}
          </div>
        )}
        <div className={classes['dialog-foot']}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={running} onClick={onRun} {...(effect === 'destructive' && { color: 'red' })}>
            Run again
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
