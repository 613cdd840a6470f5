import { Button } from '@mantine/core';
import { StateBadge } from '../../components/state-badge.tsx';
import type { FunctionRow } from './function-rows.ts';
import classes from './collections.module.css';

interface Props {
  readonly rows: readonly FunctionRow[];
  readonly onTurnOn: (name: string) => void;
}

/** What would puzzle a model or an administrator about the tools that are on. */
export function FunctionWarnings({ rows, onTurnOn }: Props) {
  const offered = rows.filter(({ on, isLater }) => on && !isLater);
  const isOffered = (name: string): boolean => offered.some(({ tool }) => tool.name === name);
  const later = rows.filter(({ on, isLater, tool }) => on && isLater && (tool.source === 'custom' || !tool.included));
  return (
    <div role="status" className={classes['warnings']}>
      {offered.length === 0 && (
        <p>
          <StateBadge state="warn">No tool is on.</StateBadge> Clients get in and see an empty list.
        </p>
      )}
      {isOffered('use_specific_action') && !isOffered('get_one_ticket') && (
        <p>
          <StateBadge state="warn">Use specific action needs Get One Ticket,</StateBadge> which tells the model the step
          of the ticket and the actions that can be used there.{' '}
          <Button size="compact-xs" variant="default" onClick={() => onTurnOn('get_one_ticket')}>
            Turn on Get One Ticket
          </Button>
        </p>
      )}
      {later.length > 0 && (
        <p>
          <StateBadge state="warn">Not offered under this release:</StateBadge>{' '}
          {later.map(({ tool }) => tool.title).join(', ')}
        </p>
      )}
    </div>
  );
}
