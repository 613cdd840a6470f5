import { Button } from '@mantine/core';
import type { TicketRecord } from '../../../../src-shared/api/tickets.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { MatchedArticles } from './matched-articles.tsx';
import { MatchedTickets } from './matched-tickets.tsx';
import { OpenSuggestions } from './open-suggestions.tsx';
import { useMatches } from './use-matches.ts';
import classes from './matches.module.css';

/** Tickets and articles like a ticket, and what they suggest for it. */
export function Matches({ record: ticket }: { readonly record: TicketRecord }) {
  const { matches, suggestions, error, isLooking, look } = useMatches(ticket.id);
  if (error !== null && matches === undefined) {
    return <ErrorState error={error} what="What is like this ticket could not be found" onRetry={look} />;
  }
  if (matches === undefined || suggestions === undefined) {
    return (
      <p role="status" aria-busy="true" className={classes['looking']}>
        Looking for tickets and articles like this one…
      </p>
    );
  }
  return (
    <>
      <OpenSuggestions
        ticket={ticket}
        suggestions={suggestions}
        known={matches.tickets}
        more={
          <Button variant="default" loading={isLooking} onClick={look}>
            Look again
          </Button>
        }
      />
      <MatchedTickets tickets={matches.tickets} />
      <MatchedArticles articles={matches.articles} />
    </>
  );
}
