import { Link } from 'react-router';
import { ForeignText } from '../foreign-text.tsx';
import { recordPath } from '../record/record-path.ts';
import { findRecordNumber, isFields, type Fields } from './describe-result.ts';
import { RecordResult } from './record-result.tsx';
import { ResultValue } from './result-value.tsx';
import classes from './result.module.css';

/** A ticket as get_one_ticket answers it: what it is, then what was said. */
export function TicketResult({ ticket }: { readonly ticket: Fields }) {
  const { summary, conversation, ...rest } = ticket;
  const number = findRecordNumber(ticket);
  // Each id stands beside its name, which is what people read; the raw face has both.
  const facts = Object.fromEntries(Object.entries(rest).filter(([name]) => !/^id$|_id$|^conversation_/.test(name)));
  const entries = Array.isArray(conversation) ? conversation.filter(isFields) : [];
  const heading = `${number ?? ''} ${String(summary)}`.trim();
  return (
    <div className={classes['record']}>
      <h3 className="foreign">
        {number === undefined ? heading : <Link to={recordPath('ticket', number)}>{heading}</Link>}
      </h3>
      <RecordResult record={facts} title={undefined} />
      {entries.length > 0 && (
        <section>
          <h4>Conversation</h4>
          <ol className={classes['entries']}>
            {entries.map((entry, index) => (
              <Entry key={index} entry={entry} />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Entry({ entry }: { readonly entry: Fields }) {
  const { who, outcome, datetime, note, hiddenfromuser } = entry;
  return (
    <li data-private={hiddenfromuser === true || undefined}>
      <div className={classes['entry-head']}>
        <strong>
          <ResultValue value={who} />
        </strong>
        <ResultValue value={outcome} />
        {hiddenfromuser === true && <span className={classes['private']}>Private</span>}
        <span className={classes['dim']}>
          <ResultValue value={datetime} />
        </span>
      </div>
      {typeof note === 'string' && note !== '' && <ForeignText text={note} />}
    </li>
  );
}
