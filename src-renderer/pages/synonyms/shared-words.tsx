import { useMemo } from 'react';
import { Link } from 'react-router';
import { formatNumber } from '../../components/format-number.ts';
import { toLine } from './group-line.ts';
import { findSharing, type GroupRow } from './group-rows.ts';
import classes from './synonyms.module.css';

const mostShown = 5;

/** Says which words of a group stand in other groups too: that is allowed, and easily not meant. */
export function SharedWords({ rows, of }: { readonly rows: readonly GroupRow[]; readonly of: GroupRow }) {
  const sharing = useMemo(() => findSharing(rows, of), [rows, of]);
  if (sharing.length === 0 || of.state === 'deleted') return null;
  const more = sharing.length - mostShown;
  return (
    <section className={classes['section']}>
      <h3>Also in other groups</h3>
      <p className={classes['dim']}>A search for such a word finds the words of all its groups.</p>
      <ul className={classes['sharing']}>
        {sharing.slice(0, mostShown).map(({ id, words, shared }) => (
          <li key={id}>
            <strong>{shared.join(', ')}</strong> in{' '}
            <Link to={{ search: `?${new URLSearchParams({ open: id }).toString()}` }}>{toLine(words)}</Link>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes['dim']}>And in {formatNumber(more)} more.</p>}
    </section>
  );
}
