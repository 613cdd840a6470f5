import { Button, Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { CallItem } from '../../../../src-shared/api/conversations.ts';
import classes from './call.module.css';

interface Props {
  readonly call: CallItem;
  readonly disabled: boolean;
  readonly edited: boolean;
  readonly onApprove: (remember: 'once' | 'chat' | 'always', of: 'tool' | 'reads') => void;
}

/** Approves this one call; the menu beside it also allows the next ones. */
export function ApproveButtons({ call: { tool, effect }, disabled, edited, onApprove }: Props) {
  return (
    <Button.Group>
      <Button
        disabled={disabled}
        onClick={() => onApprove('once', 'tool')}
        {...(effect === 'destructive' && { color: 'red' })}
      >
        {edited ? 'Approve as edited' : 'Approve'}
      </Button>
      <Menu position="bottom-start" width={300}>
        <Menu.Target>
          <Button
            className={classes['split'] ?? ''}
            px={6}
            disabled={disabled}
            aria-label="More ways to approve"
            {...(effect === 'destructive' && { color: 'red' })}
          >
            <ChevronDown size={14} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <span className="mono">{tool}</span> from now on
          </Menu.Label>
          <Menu.Item onClick={() => onApprove('chat', 'tool')}>Allow it in this conversation</Menu.Item>
          <Menu.Item onClick={() => onApprove('always', 'tool')}>Always allow it on this endpoint</Menu.Item>
          {effect === 'read' && (
            <>
              <Menu.Label>All tools that only read</Menu.Label>
              <Menu.Item onClick={() => onApprove('chat', 'reads')}>Allow them in this conversation</Menu.Item>
              <Menu.Item onClick={() => onApprove('always', 'reads')}>Always allow them on this endpoint</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}
