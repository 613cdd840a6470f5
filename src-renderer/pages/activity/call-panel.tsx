import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { callOptions } from './call-options.ts';
import { CallRecord } from './call-record.tsx';

interface Props {
  readonly id: number;
  /** Shows another call instead; without one the panel closes. */
  readonly onOpen: (id: number | undefined) => void;
}

export function CallPanel({ id, onOpen }: Props) {
  const { data, error } = useQuery(callOptions(id));
  const close = useCallback(() => onOpen(undefined), [onOpen]);
  return (
    <SidePanel
      label={`Call ${id}`}
      title={data === undefined ? `Call ${id}` : `Call ${id}: ${data.tool}`}
      page={`/activity/${id}`}
      onClose={close}
    >
      {error !== null && <ErrorState error={error} what={`Call ${id} could not be read`} />}
      {data !== undefined && <CallRecord call={data} onOpen={onOpen} />}
    </SidePanel>
  );
}
