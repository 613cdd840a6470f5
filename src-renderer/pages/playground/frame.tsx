import { ActionIcon, Tooltip } from '@mantine/core';
import { PanelLeftOpen, PanelRightOpen } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import classes from './playground.module.css';

interface Props {
  readonly title: string;
  /** Beside the title. */
  readonly facts?: ReactNode;
  readonly listOpen: boolean;
  readonly onList: () => void;
  /** Absent while the set-up is shown. */
  readonly onSetup?: (() => void) | undefined;
  /** Beside the conversation. */
  readonly panel: ReactNode;
  readonly onEscape?: () => void;
  readonly children: ReactNode;
}

/** The middle of the page with its head, and what is beside it. */
export function Frame({ title, facts, listOpen, onList, onSetup, panel, onEscape, children }: Props) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Element)) return;
    // Menus and dialogs are closed first, by themselves.
    const within = event.currentTarget.contains(event.target);
    if (!within || event.target.closest('[aria-haspopup][aria-expanded="true"]') !== null) return;
    onEscape?.();
  };
  return (
    <>
      <section className={classes['middle']} aria-label="Conversation" onKeyDown={onKeyDown}>
        <header className={classes['head']}>
          <title>{`${title} · Halo MCP Workbench`}</title>
          {!listOpen && (
            <Tooltip label="Show the conversations">
              <ActionIcon aria-label="Show the conversations" onClick={onList}>
                <PanelLeftOpen size={16} />
              </ActionIcon>
            </Tooltip>
          )}
          <h1 className="one-line" title={title}>
            {title}
          </h1>
          <div className={classes['facts']}>{facts}</div>
          {onSetup !== undefined && (
            <Tooltip label="Show the set-up">
              <ActionIcon aria-label="Show the set-up" onClick={onSetup}>
                <PanelRightOpen size={16} />
              </ActionIcon>
            </Tooltip>
          )}
        </header>
        {children}
      </section>
      {panel}
    </>
  );
}
