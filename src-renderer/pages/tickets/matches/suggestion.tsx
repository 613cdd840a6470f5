import { Button } from '@mantine/core';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { SuggestionView, TicketMatches } from '../../../../src-shared/api/suggestions.ts';
import type { TicketRecord } from '../../../../src-shared/api/tickets.ts';
import { proposalNames } from '../../../components/desk/proposal-names.ts';
import { ForeignText } from '../../../components/foreign-text.tsx';
import { formatPercent } from '../../../components/format-percent.ts';
import { RecordLink } from '../../../components/record/record-link.tsx';
import type { Decision } from './decide-on-suggestions.ts';
import classes from './matches.module.css';

interface Props {
  readonly suggestion: SuggestionView;
  readonly ticket: TicketRecord;
  readonly known: TicketMatches['tickets'];
  readonly busy: boolean;
  readonly onDecide: (decision: Decision) => void;
}

export function Suggestion({ suggestion, ticket, known, busy, onDecide }: Props) {
  const { proposes, value, agreed, considered, score, rule, ticketIds } = suggestion;
  const [shown, setShown] = useState(false);
  const evidence = useId();
  const what = proposalNames[proposes];
  const now = valueNow(ticket, proposes);
  return (
    <li className={classes['suggestion']}>
      <div className={classes['what']}>{what}</div>
      <div className={classes['value']}>
        {proposes === 'resolution' ? (
          <ForeignText text={value} className={classes['resolution']} />
        ) : (
          <>
            {now !== undefined && (
              <>
                <del className="foreign">{now}</del>
                <span aria-label="becomes"> → </span>
              </>
            )}
            <strong className="foreign">{value}</strong>
          </>
        )}
        <div className={classes['why']}>
          <button
            type="button"
            className={classes['evidence']}
            aria-expanded={shown}
            aria-controls={evidence}
            onClick={() => setShown(!shown)}
          >
            {shown ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
            {agreed} of {considered} similar {considered === 1 ? 'ticket' : 'tickets'}
          </button>
          <span>{formatPercent(score)} alike</span>
          {rule !== undefined && (
            <Link to={`/suggestion-rules/${rule.id}`} className="foreign">
              {rule.name}
            </Link>
          )}
          {proposes === 'resolution' && <span>Becomes a private note; the ticket stays open.</span>}
        </div>
        <ul id={evidence} hidden={!shown} className={classes['evidence-tickets']}>
          {shown &&
            ticketIds.map((id) => {
              const summary = known.find((each) => each.id === id)?.summary;
              return (
                <li key={id}>
                  <RecordLink
                    kind="ticket"
                    oneLine
                    to={{ id, name: summary === undefined ? `Ticket ${id}` : `${id} ${summary}` }}
                  />
                </li>
              );
            })}
        </ul>
      </div>
      <div className={classes['decide']}>
        <Button
          variant="default"
          disabled={busy}
          aria-label={`Apply the ${what.toLowerCase()}`}
          onClick={() => onDecide('apply')}
        >
          Apply
        </Button>
        <Button
          variant="subtle"
          color="gray"
          disabled={busy}
          title="It is not suggested for this ticket again"
          aria-label={`Dismiss the ${what.toLowerCase()}`}
          onClick={() => onDecide('dismiss')}
        >
          Dismiss
        </Button>
      </div>
    </li>
  );
}

function valueNow(ticket: TicketRecord, proposes: SuggestionView['proposes']): string | undefined {
  return proposes === 'resolution' ? undefined : ticket[proposes]?.name;
}
