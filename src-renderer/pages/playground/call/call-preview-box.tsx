import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { client } from '../../../api/client.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { CallPreviewView } from '../../../components/try-it/call-preview-view.tsx';
import classes from './call.module.css';

interface Props {
  readonly tool: string;
  readonly value: unknown;
  readonly as: string;
  readonly endpointId: string;
}

/** What the call would change at this moment. */
export function CallPreviewBox({ tool, value, as, endpointId }: Props) {
  const opened = useId();
  const { data, error, isLoading } = useQuery({
    queryKey: ['preview', opened, value],
    queryFn: ({ signal }) => client.calls.preview({ tool, arguments: value, as, collection: endpointId }, { signal }),
    gcTime: 0,
    retry: false,
  });
  return (
    <div className={classes['preview']}>
      {isLoading && <Loader size="sm" aria-label="Previewing" />}
      {error !== null && <ErrorState error={error} what="The call could not be previewed" />}
      {data !== undefined && <CallPreviewView preview={data} />}
    </div>
  );
}
