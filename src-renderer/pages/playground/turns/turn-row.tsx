import { useStore } from 'zustand';
import type { ConversationStore } from '../live/conversation-store.ts';
import { TurnView } from './turn-view.tsx';
import type { TurnActions } from './use-turn-actions.ts';
import classes from './timeline.module.css';

interface Props {
  readonly store: ConversationStore;
  readonly number: number;
  readonly isLast: boolean;
  readonly actions: TurnActions;
}

const none: ReadonlySet<number> = new Set();

/** One turn, drawn anew when that turn changes and not when others do. */
export function TurnRow({ store, number, isLast, actions }: Props) {
  const turn = useStore(store, ({ state }) => state?.turns[number]);
  const tickets = useStore(store, ({ state }) => state?.tickets ?? none);
  if (turn === undefined) return <div className={classes['to-come']} aria-hidden />;
  return <TurnView turn={turn} isLast={isLast} tickets={tickets} actions={actions} />;
}
