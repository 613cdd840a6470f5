import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { Link } from 'react-router';
import type { SuggestionView, TicketMatches } from '../../../../src-shared/api/suggestions.ts';
import type { TicketRecord } from '../../../../src-shared/api/tickets.ts';
import { describeError } from '../../../components/describe-error.ts';
import { useHeldFocus } from '../use-held-focus.ts';
import { decideOnSuggestions, type Decision } from './decide-on-suggestions.ts';
import { Suggestion } from './suggestion.tsx';
import classes from './matches.module.css';

interface Props {
  readonly ticket: TicketRecord;
  readonly suggestions: readonly SuggestionView[];
  readonly known: TicketMatches['tickets'];
  /** Beside “Apply all”. */
  readonly more: ReactNode;
}

/** What tickets like it suggest for a ticket, with the reasons, to take over or to turn down. */
export function OpenSuggestions({ ticket, suggestions, known, more }: Props) {
  const heading = useId();
  const heldFocus = useHeldFocus();
  const [said, setSaid] = useState('');
  const deciding = useMutation({
    mutationFn: ({ chosen, decision }: { chosen: readonly SuggestionView[]; decision: Decision }) =>
      decideOnSuggestions(ticket.id, chosen, decision),
    onSuccess: setSaid,
  });
  const decide = (chosen: readonly SuggestionView[], decision: Decision): void => {
    if (deciding.isPending) return;
    setSaid('');
    deciding.mutate({ chosen, decision });
  };
  // Of those for the same thing only one can be applied.
  const together = suggestions.filter(
    ({ proposes }, index) => suggestions.findIndex((each) => each.proposes === proposes) === index,
  );
  return (
    <section aria-labelledby={heading} className={classes['section']}>
      <div className={classes['head']}>
        <h2 id={heading}>Suggestions</h2>
        <span role="status" className={classes['done']}>
          {said}
        </span>
        <div className={classes['head-actions']}>
          {together.length > 1 && (
            <Button onClick={() => decide(together, 'apply')} disabled={deciding.isPending}>
              Apply all {together.length}
            </Button>
          )}
          {more}
        </div>
      </div>
      {deciding.error !== null && (
        <p role="alert" className={classes['failed']}>
          {describeError(deciding.error).sentence}
        </p>
      )}
      <div {...heldFocus} role="group" aria-labelledby={heading}>
        {suggestions.length === 0 ? (
          <p className={classes['none']}>
            Nothing is suggested: too few similar tickets agree, or this ticket has what they have.{' '}
            <Link to="/suggestion-rules">Suggestion rules</Link> decide when they do.
          </p>
        ) : (
          <ul className={classes['suggestions']}>
            {suggestions.map((suggestion) => (
              <Suggestion
                key={suggestion.id}
                suggestion={suggestion}
                ticket={ticket}
                known={known}
                busy={deciding.isPending}
                onDecide={(decision) => decide([suggestion], decision)}
              />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
