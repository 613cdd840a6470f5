import { ActionIcon, Tooltip } from '@mantine/core';
import { PanelRightClose } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './setup.module.css';

interface Props {
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Beside the conversation: what it is held with. */
export function SetupPanel({ onClose, children }: Props) {
  return (
    <aside className={classes['panel']} aria-label="Set-up">
      <div className={classes['head']}>
        <h2>Set-up</h2>
        <Tooltip label="Hide the set-up">
          <ActionIcon aria-label="Hide the set-up" onClick={onClose}>
            <PanelRightClose size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes['content']} tabIndex={0} role="group" aria-label="Set-up">
        {children}
      </div>
    </aside>
  );
}
