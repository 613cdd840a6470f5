import { useId } from 'react';
import type { TicketMatches } from '../../../../src-shared/api/suggestions.ts';
import { RecordLink } from '../../../components/record/record-link.tsx';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { MatchReason } from './match-reason.tsx';
import classes from './matches.module.css';

/** Tickets like a ticket, the likest first, with how they were closed. */
export function MatchedTickets({ tickets }: { readonly tickets: TicketMatches['tickets'] }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={classes['section']}>
      <div className={classes['head']}>
        <h2 id={heading}>Similar tickets</h2>
      </div>
      {tickets.length === 0 && <p className={classes['none']}>No other ticket shares its words.</p>}
      <ol className={classes['matches']}>
        {tickets.map(({ id, summary, status, client, openedAt, closedAt, resolution, ...match }) => (
          <li key={id} className={classes['match']}>
            <MatchReason score={match.score} words={match.words}>
              <div className={classes['title']}>
                <span className="mono">{id}</span> <RecordLink kind="ticket" to={{ id, name: summary }} />
              </div>
              <div className={classes['facts']}>
                {closedAt === undefined ? (
                  <>
                    <span>{status}</span>
                    <span>
                      Opened <RelativeTime at={openedAt} />
                    </span>
                  </>
                ) : (
                  <span>
                    {status} <RelativeTime at={closedAt} />
                  </span>
                )}
                <span className="foreign">{client}</span>
                {match.sameCategory && <span>Same category</span>}
                {match.daysApart !== undefined && <span>{describeApart(match.daysApart)}</span>}
              </div>
              {resolution.trim() !== '' && (
                <div className={classes['closed-with']} title={resolution}>
                  <span className={classes['dim']}>Closed with</span> <span className="foreign">{resolution}</span>
                </div>
              )}
            </MatchReason>
          </li>
        ))}
      </ol>
    </section>
  );
}

function describeApart(days: number): string {
  if (days === 0) return 'Logged on the same day';
  return days === 1 ? 'Logged a day apart' : `Logged ${days} days apart`;
}
