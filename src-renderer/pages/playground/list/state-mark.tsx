import type { TurnState } from '../../../../src-shared/domain/conversations.ts';
import classes from './list.module.css';

const words: Readonly<Partial<Record<TurnState, string>>> = {
  running: 'Running',
  waiting: 'Waits',
  failed: 'Failed',
  interrupted: 'Interrupted',
};

const explanations: Readonly<Partial<Record<TurnState, string>>> = {
  running: 'It is being answered',
  waiting: 'A call waits for you to approve or deny it',
  failed: 'The latest turn failed',
  interrupted: 'The workbench ended while it was being answered',
};

/** What somebody may have to do in a conversation; nothing where all is well. */
export function StateMark({ state }: { readonly state: TurnState | undefined }) {
  const word = state === undefined ? undefined : words[state];
  if (state === undefined || word === undefined) return null;
  return (
    <span className={classes['mark']} data-state={state} title={explanations[state]}>
      {word}
    </span>
  );
}
