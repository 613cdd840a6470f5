import type { ReactNode } from 'react';
import { formatPercent } from '../../../components/format-percent.ts';
import classes from './matches.module.css';

interface Props {
  readonly score: number;
  readonly words: readonly string[];
  readonly children: ReactNode;
}

/** A match with how alike it is, and the words that make it so. */
export function MatchReason({ score, words, children }: Props) {
  return (
    <>
      <div className={classes['score']} title="How alike they are: 100 % says the same">
        {formatPercent(score)}
      </div>
      <div className={classes['body']}>
        {children}
        <div className={classes['words']}>
          <span className={classes['dim']}>Shares</span>
          {words.map((word) => (
            <span key={word} className={classes['word']}>
              {word}
            </span>
          ))}
        </div>
      </div>
    </>
  );
}
