import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import type { Conversation } from '../../../../src-shared/api/conversations.ts';
import { formatNumber } from '../../../components/format-number.ts';
import { ConversationPanel } from '../conversation-panel.tsx';
import { ConversationStatus } from '../conversation-status.tsx';
import { StateMark } from '../list/state-mark.tsx';
import { useConversation } from '../live/use-conversation.ts';
import { useEditedSetup } from '../setup/use-edited-setup.ts';
import { useSetupSummary } from '../setup/use-setup-summary.ts';
import { Timeline } from '../turns/timeline.tsx';
import type { usePanel } from '../use-panel.ts';
import { usePlaygroundUrl } from '../use-playground-url.ts';
import classes from './compare.module.css';

export interface ColumnState {
  readonly conversation: Conversation;
  /** Saves what was changed of its set-up. */
  settle(): Promise<void>;
}

interface Props {
  readonly read: Conversation;
  readonly number: number;
  readonly isActive: boolean;
  readonly panel: ReturnType<typeof usePanel>['panel'];
  /** Where the panel of the active one belongs. */
  readonly host: HTMLElement | null;
  readonly onReport: (id: number, state: ColumnState) => void;
  readonly onSetup: () => void;
  readonly onHide: () => void;
}

/** One of several conversations side by side. */
export function Column({ read, number, isActive, panel, host, onReport, onSetup, onHide }: Props) {
  const { id } = read;
  const followed = useConversation(id);
  const conversation = useStore(followed.store, ({ state }) => state?.conversation) ?? read;
  const edited = useEditedSetup(id, conversation.setup);
  const summary = useSetupSummary(edited.setup);
  const [, setUrl] = usePlaygroundUrl();
  const showRaw = useCallback((turnId: number) => setUrl({ raw: String(turnId) }), [setUrl]);
  const settle = useRef(edited.settle);
  useEffect(() => {
    settle.current = edited.settle;
  });
  useEffect(() => onReport(id, { conversation, settle: () => settle.current() }), [id, conversation, onReport]);
  const { input, output } = conversation.tokens;
  return (
    <section className={classes['column']} aria-label={`Set-up ${number}`} data-active={isActive || undefined}>
      <header className={classes['head']}>
        <h2 className="one-line" title={summary}>
          {number}. {summary}
        </h2>
        <StateMark state={conversation.state} />
        <div className={classes['foot']}>
          <span className={classes['dim']}>{formatNumber(input + output)} tokens</span>
          <Button variant="subtle" color="gray" aria-pressed={isActive && panel === 'setup'} onClick={onSetup}>
            Set-up
          </Button>
          <Link to={`/playground/${id}?view=alone`}>Continue alone</Link>
        </div>
      </header>
      <ConversationStatus store={followed.store} />
      <Timeline followed={followed} onRaw={showRaw} begin={undefined} />
      {isActive &&
        host !== null &&
        createPortal(<ConversationPanel panel={panel} followed={followed} edited={edited} onHide={onHide} />, host)}
    </section>
  );
}
