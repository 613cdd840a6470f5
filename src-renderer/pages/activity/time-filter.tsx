import { Button, Popover, TextInput } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import classes from './activity.module.css';

interface Props {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onChange: (change: { readonly from?: string | undefined; readonly to?: string | undefined }) => void;
}

/** A stretch of time by this machine's clock. */
export function TimeFilter({ from, to, onChange }: Props) {
  return (
    <Popover position="bottom-start" shadow="sm" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          fw={400}
          className={classes['filter'] ?? ''}
          data-chosen={from !== undefined || to !== undefined || undefined}
          rightSection={<ChevronDown size={12} aria-hidden />}
        >
          {describe(from, to)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['time'] ?? ''}>
        <TextInput
          type="datetime-local"
          label="From"
          value={from ?? ''}
          onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="datetime-local"
          label="To, not included"
          value={to ?? ''}
          onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
        />
        <Button variant="default" onClick={() => onChange({ from: undefined, to: undefined })}>
          Any time
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function describe(from: string | undefined, to: string | undefined): string {
  const read = (text: string): string => text.replace('T', ' ').slice(0, 16);
  if (from !== undefined && to !== undefined) return `${read(from)} to ${read(to)}`;
  if (from !== undefined) return `Since ${read(from)}`;
  return to === undefined ? 'Time' : `Before ${read(to)}`;
}
