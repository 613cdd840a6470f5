import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConversationEntry, TicketRecord } from '../../../src-shared/api/tickets.ts';
import { api } from '../../api/client.ts';
import { describeDuration } from '../../components/describe-duration.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { ForeignText } from '../../components/foreign-text.tsx';
import { MadeByMark } from '../../components/record/made-by-mark.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { AddNote } from './add-note.tsx';
import classes from './tickets.module.css';

const page = 100;

/** What was said and done, oldest first, after what the ticket was logged with. */
export function Conversation({ record: ticket }: { readonly record: TicketRecord }) {
  const [limit, setLimit] = useState(page);
  const { data, error } = useQuery(
    api.tickets.conversation.queryOptions({
      input: { id: ticket.id, offset: 0, limit },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <ol className={classes['entries']}>
        {data !== undefined && !isLoggedWith(data.rows[0], ticket.details) && <Details ticket={ticket} />}
        {data?.rows.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {error !== null && <ErrorState error={error} what="The conversation could not be read" />}
      {data !== undefined && data.total > data.rows.length && limit < 200 && (
        <Button variant="default" onClick={() => setLimit(200)}>
          Show more of {data.total} entries
        </Button>
      )}
      <AddNote ticket={ticket} />
    </>
  );
}

/** Most tickets begin with an entry that says the same as their details. */
function isLoggedWith(first: ConversationEntry | undefined, details: string): boolean {
  return first?.kind === 'logged' && first.note.trim() === details.trim();
}

function Details({ ticket }: { readonly ticket: TicketRecord }) {
  return (
    <li className={classes['entry']}>
      <div className={classes['entry-head']}>
        <strong className="foreign">{ticket.user.name}</strong>
        <MadeByMark madeByAi={ticket.madeByAi} />
        <span className={classes['dim']}>
          Details · <RelativeTime at={ticket.openedAt} />
        </span>
      </div>
      <ForeignText text={ticket.details} className={classes['text']} />
    </li>
  );
}

function Entry({ entry }: { readonly entry: ConversationEntry }) {
  const { actor, outcome, newStatus, at, note, seconds } = entry;
  const facts = [
    outcome,
    ...(newStatus === undefined ? [] : [`now ${newStatus}`]),
    ...(seconds === 0 ? [] : [describeDuration(seconds)]),
  ];
  return (
    <li className={classes['entry']} data-private={entry.private || undefined} data-quiet={note === '' || undefined}>
      <div className={classes['entry-head']}>
        <strong className="foreign">{actor}</strong>
        <MadeByMark madeByAi={entry.madeByAi} />
        {entry.private && (
          <span className={classes['private']} title="Users never see this entry">
            Private
          </span>
        )}
        <span className={classes['dim']}>
          <span className="foreign">{facts.join(' · ')}</span> · <RelativeTime at={at} />
        </span>
      </div>
      {note !== '' && <ForeignText text={note} className={classes['text']} />}
    </li>
  );
}
