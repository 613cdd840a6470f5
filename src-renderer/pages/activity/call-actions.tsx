import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Eye, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { describeError } from '../../components/describe-error.ts';
import type { ReadCall } from './read-call.ts';
import { PreviewDialog } from './preview-dialog.tsx';
import { RerunDialog } from './rerun-dialog.tsx';
import classes from './activity.module.css';

interface Props {
  readonly call: ReadCall;
  readonly onOpen: (id: number) => void;
}

/** Stepping through the log, and doing the same once more. Whatever is not known to read only is asked about first. */
export function CallActions({ call, onOpen }: Props) {
  const [asking, setAsking] = useState(false);
  const [previewing, setPreviewing] = useState(false);
  const { id, older, newer, effect } = call;
  const mutation = useMutation({
    mutationFn: () => client.calls.rerun({ id }),
    onSuccess: ({ callId }) => {
      setAsking(false);
      setPreviewing(false);
      if (callId !== undefined) onOpen(callId);
    },
  });
  return (
    <>
      <div className={classes['actions']}>
        <Button
          variant="default"
          leftSection={<ChevronLeft size={14} aria-hidden />}
          disabled={newer === undefined}
          onClick={() => newer !== undefined && onOpen(newer)}
        >
          Newer
        </Button>
        <Button
          variant="default"
          rightSection={<ChevronRight size={14} aria-hidden />}
          disabled={older === undefined}
          onClick={() => older !== undefined && onOpen(older)}
        >
          Older
        </Button>
        <Button
          variant="default"
          leftSection={<RotateCcw size={14} aria-hidden />}
          loading={mutation.isPending}
          onClick={() => {
            if (effect === 'read') mutation.mutate();
            else setAsking(true);
          }}
        >
          Run again
        </Button>
        <Button
          variant="default"
          leftSection={<Eye size={14} aria-hidden />}
          onClick={() => {
            mutation.reset();
            setPreviewing(true);
          }}
        >
          Preview again
        </Button>
        <span className={classes['dim']}>Both run as the same person, with the endpoint’s current settings.</span>
      </div>
      {mutation.error !== null && !asking && !previewing && (
        <div role="alert" className={classes['problem']}>
          {describeError(mutation.error).sentence}
        </div>
      )}
      {previewing && (
        <PreviewDialog
          call={call}
          error={mutation.error}
          running={mutation.isPending}
          onRun={() => mutation.mutate()}
          onClose={() => setPreviewing(false)}
        />
      )}
      {asking && (
        <RerunDialog
          call={call}
          error={mutation.error}
          running={mutation.isPending}
          onRun={() => mutation.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
