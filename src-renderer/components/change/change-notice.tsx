import { Button } from '@mantine/core';
import { describeError } from '../describe-error.ts';
import type { Guard } from './use-guarded-change.ts';
import classes from './change-notice.module.css';

/** Where a guarded change asks, and says what it did. */
export function ChangeNotice({ guard }: { readonly guard: Guard }) {
  const { asking, done, error } = guard;
  return (
    <>
      {asking !== undefined && (
        <div
          className={classes['asking']}
          role="alertdialog"
          aria-label="Confirm the change"
          aria-describedby="change-warning"
        >
          <p id="change-warning">{asking.warning}</p>
          <div className={classes['buttons']}>
            <Button autoFocus onClick={guard.confirm}>
              {asking.verb}
            </Button>
            <Button variant="default" onClick={guard.cancel}>
              Leave it as it is
            </Button>
          </div>
        </div>
      )}
      <div role="status" className={classes['done']}>
        {done}
      </div>
      {error !== null && error !== undefined && (
        <div role="alert" className={classes['error']}>
          {describeError(error).sentence}
        </div>
      )}
    </>
  );
}
