import { useId } from 'react';
import type { TicketMatches } from '../../../../src-shared/api/suggestions.ts';
import { RecordLink } from '../../../components/record/record-link.tsx';
import { MatchReason } from './match-reason.tsx';
import classes from './matches.module.css';

/** Articles that speak of what a ticket is about, the likest first. */
export function MatchedArticles({ articles }: { readonly articles: TicketMatches['articles'] }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={classes['section']}>
      <div className={classes['head']}>
        <h2 id={heading}>Articles</h2>
      </div>
      {articles.length === 0 && <p className={classes['none']}>No article shares its words.</p>}
      <ol className={classes['matches']}>
        {articles.map(({ id, title, score, words }) => (
          <li key={id} className={classes['match']}>
            <MatchReason score={score} words={words}>
              <div className={classes['title']}>
                <RecordLink kind="article" to={{ id, name: title }} />
              </div>
            </MatchReason>
          </li>
        ))}
      </ol>
    </section>
  );
}
