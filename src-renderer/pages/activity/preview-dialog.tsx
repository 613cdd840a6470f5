import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { client } from '../../api/client.ts';
import { describeError } from '../../components/describe-error.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { CallPreviewView } from '../../components/try-it/call-preview-view.tsx';
import type { ReadCall } from './read-call.ts';
import classes from './activity.module.css';

interface Props {
  readonly call: ReadCall;
  /** Why running it from here failed. */
  readonly error: unknown;
  readonly running: boolean;
  readonly onRun: () => void;
  readonly onClose: () => void;
}

/** What a recorded call would do if it were made now, and the way to make it. */
export function PreviewDialog({ call, error, running, onRun, onClose }: Props) {
  const { tool, principal, endpointId, endpointName, effect } = call;
  const opened = useId();
  // Of this moment: a preview that was made before says nothing about the desk as it is.
  const preview = useQuery({
    queryKey: ['preview', call.id, opened],
    queryFn: ({ signal }) =>
      client.calls.preview({ tool, arguments: call.arguments, as: principal, collection: endpointId }, { signal }),
    enabled: endpointName !== undefined,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
  });
  return (
    <Dialog onClose={onClose} title={`Preview of ${tool}`} size="xl">
      <div className={classes['dialog']}>
        <p>
          What the call would do now, as {call.who.name ?? call.who.label}, with the same arguments and the endpoint’s
          current settings.
        </p>
        {preview.error !== null && <ErrorState error={preview.error} what="The call could not be previewed" />}
        {endpointName === undefined && (
          <p>The collection on which the call was made is gone. Preview it anew where a tool is tried.</p>
        )}
        {preview.isLoading && <Loader size="sm" aria-label="Previewing" />}
        {preview.data !== undefined && <CallPreviewView preview={preview.data} />}
        {error !== null && (
          <div role="alert" className={classes['problem']}>
            {describeError(error).sentence}
          </div>
        )}
        <div className={classes['dialog-foot']}>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button
            loading={running}
            disabled={preview.data === undefined}
            onClick={onRun}
            {...(effect === 'destructive' && { color: 'red' })}
          >
            Run again
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
