import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { describeError } from '../describe-error.ts';
import { FieldGrid } from './field-grid.tsx';
import type { RecordForm } from './use-record-form.ts';
import classes from './form.module.css';

interface Props<Values, Result> {
  readonly form: Pick<RecordForm<Values>, 'draft' | 'values' | 'valid'>;
  /** What the button says. */
  readonly verb: string;
  readonly send: (values: Values) => Promise<Result>;
  /** The refusal stands beside a field already. */
  readonly saidBeside?: boolean;
  readonly onDone: (result: Result) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The form of a dialog: sent as a whole by Enter or its button. What was typed is kept when the dialog is closed. */
export function DialogForm<Values, Result>(props: Props<Values, Result>) {
  const { form, verb, send, saidBeside = false, onDone, onClose, children } = props;
  const mutation = useMutation({
    mutationFn: () => send(form.values),
    onSuccess: (result) => {
      form.draft.discard();
      onDone(result);
    },
  });
  return (
    <form
      className={classes['dialog']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (form.valid && !mutation.isPending) mutation.mutate();
      }}
    >
      <FieldGrid>{children}</FieldGrid>
      {mutation.error !== null && !saidBeside && (
        <div role="alert" className={classes['save-error']}>
          {describeError(mutation.error).sentence}
        </div>
      )}
      <div className={classes['dialog-foot']}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={!form.valid} loading={mutation.isPending}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
