import { Button, CloseButton, Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ActivityFilter } from '../../../src-shared/api/activity.ts';
import { describeError } from '../../components/describe-error.ts';
import type { CallRows } from './use-call-rows.ts';
import { useExport, type ExportState } from './use-export.ts';
import classes from './activity.module.css';
import { formatNumber } from '../../components/format-number.ts';

interface Props {
  readonly filter: ActivityFilter;
  readonly total: CallRows['total'];
}

/** Downloads what the filters find. Says how far it is, can be cancelled, and what came of it stays until dismissed. */
export function ExportCalls({ filter, total }: Props) {
  const { state, start, cancel, dismiss } = useExport();
  const running = state.kind === 'running';
  return (
    <>
      <span role="status" className={classes['export']}>
        {describe(state, total)}
      </span>
      {running && (
        <Button variant="default" onClick={cancel}>
          Cancel export
        </Button>
      )}
      {!running && state.kind !== 'idle' && (
        <CloseButton aria-label="Dismiss the result of the export" onClick={dismiss} />
      )}
      {!running && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<ChevronDown size={12} aria-hidden />}>
              Export
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void start(filter, 'csv')}>CSV, for spreadsheets</Menu.Item>
            <Menu.Item onClick={() => void start(filter, 'jsonl')}>JSON Lines, for programs</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function describe(state: ExportState, total: CallRows['total']): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'running': {
      const of = total === undefined || !total.exact ? '' : ` of ${formatNumber(total.count)}`;
      return `Exporting: ${formatNumber(state.calls)}${of} calls`;
    }
    case 'done':
      return `Saved ${formatNumber(state.calls)} ${state.calls === 1 ? 'call' : 'calls'} as ${state.file}.`;
    case 'cancelled':
      return 'Export cancelled. Nothing was saved.';
    case 'failed':
      return `Export failed, nothing was saved. ${describeError(state.error).sentence}`;
  }
}
