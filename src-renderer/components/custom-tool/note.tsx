import { type State, StateBadge } from '../state-badge.tsx';
import classes from './custom-tool.module.css';

interface Props {
  readonly state: State;
  readonly word: string;
  readonly sentence: string;
}

/** A state with a sentence of any length. */
export function Note({ state, word, sentence }: Props) {
  return (
    <p className={classes['note']}>
      <StateBadge state={state}>{word}</StateBadge> <span className="foreign">{sentence}</span>
    </p>
  );
}
