import { useQuery } from '@tanstack/react-query';
import type { TicketRecord } from '../../../../src-shared/api/tickets.ts';
import { api } from '../../../api/client.ts';
import classes from './matches.module.css';

/** The tab's title, with how many suggestions wait. */
export function MatchesTitle({ record: { id } }: { readonly record: TicketRecord }) {
  const { data } = useQuery(api.suggestions.open.queryOptions({ input: { ticketId: id } }));
  const count = data?.suggestions.length ?? 0;
  return (
    <>
      Matches and suggestions
      {count > 0 && (
        <>
          <span className={classes['waiting']} aria-hidden>
            {count}
          </span>
          <span className="visually-hidden">({count} open)</span>
        </>
      )}
    </>
  );
}
