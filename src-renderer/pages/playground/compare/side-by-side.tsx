import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Conversation } from '../../../../src-shared/api/conversations.ts';
import { client } from '../../../api/client.ts';
import { Composer } from '../composer.tsx';
import { Frame } from '../frame.tsx';
import { isBusy } from '../is-busy.ts';
import { usePanel } from '../use-panel.ts';
import { Column, type ColumnState } from './column.tsx';
import classes from './compare.module.css';

interface Props {
  /** As they were when the page was opened. */
  readonly all: readonly Conversation[];
  /** The one whose set-up can be shown. */
  readonly activeId: number;
  readonly listOpen: boolean;
  readonly onList: () => void;
}

/** Conversations that were begun with the same message, which goes on to all of them. */
export function SideBySide({ all, activeId, ...list }: Props) {
  const [states, setStates] = useState<Readonly<Record<number, ColumnState>>>({});
  const [host, setHost] = useState<HTMLElement | null>(null);
  const { panel, showSetup } = usePanel();
  const navigate = useNavigate();
  const report = useCallback(
    (id: number, state: ColumnState) => setStates((before) => ({ ...before, [id]: state })),
    [],
  );
  const now = all.map((read) => states[read.id]?.conversation ?? read);
  const busy = now.filter(isBusy);
  const title = now[0]?.title ?? 'Playground';
  const stop = async (): Promise<void> => {
    await Promise.all(busy.map(({ id }) => client.conversations.stop({ id })));
  };
  const send = async (text: string): Promise<void> => {
    await Promise.all(Object.values(states).map(({ settle }) => settle()));
    await Promise.all(now.map(({ id }) => client.conversations.send({ id, text })));
  };
  return (
    <Frame
      title={title}
      facts={<span>{all.length} side by side</span>}
      {...list}
      onSetup={panel === 'setup' ? undefined : () => showSetup(true)}
      onEscape={() => void stop()}
      panel={<div ref={setHost} className={classes['host']} />}
    >
      <div className={classes['columns']} tabIndex={0} role="group" aria-label="Side by side">
        {all.map((read, index) => (
          <Column
            key={read.id}
            read={read}
            number={index + 1}
            isActive={read.id === activeId}
            panel={panel}
            host={host}
            onReport={report}
            onSetup={() => {
              showSetup(true);
              void navigate(`/playground/${read.id}`);
            }}
            onHide={() => showSetup(false)}
          />
        ))}
      </div>
      <Composer
        name={`together-${all[0]?.id ?? 0}`}
        label="Message to all"
        busy={busy.length > 0}
        onSend={send}
        onStop={stop}
      />
    </Frame>
  );
}
