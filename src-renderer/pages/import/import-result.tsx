import type { ImportDetails } from '../../../src-shared/api/imports.ts';
import { formatNumber } from '../../components/format-number.ts';
import { Properties } from '../../components/record/properties.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { Outcome } from './outcome.tsx';
import classes from './import.module.css';

/** What an import brought, or what a check says that it would. */
export function ImportResult({ details }: { readonly details: ImportDetails }) {
  const { dryRun, counts, made, remarks, kept } = details;
  const { read, created, updated, unchanged, refused, leftOut } = counts;
  const would = dryRun ? 'Would be ' : '';
  const name = (word: string): string => (dryRun ? `${would}${word}` : `${word[0]?.toUpperCase()}${word.slice(1)}`);
  return (
    <Outcome>
      <p role="status">
        <Headline details={details} />
      </p>
      <Properties
        list={[
          ['Rows read', formatNumber(read)],
          [name('new'), formatNumber(created)],
          [name('updated'), formatNumber(updated)],
          ['Unchanged', formatNumber(unchanged)],
          ['Refused', formatNumber(refused)],
          ...(leftOut > 0 ? ([['Left out by the plan', formatNumber(leftOut)]] as const) : []),
        ]}
      />
      {made.length > 0 && (
        <div className={classes['made']}>
          <h3>{dryRun ? 'Would be made on the desk' : 'Made on the desk'}</h3>
          <ul>
            {made.map(({ what, count }) => (
              <li key={what}>
                <span className="foreign">{what}</span> <strong>{formatNumber(count)}</strong>
              </li>
            ))}
          </ul>
        </div>
      )}
      {remarks.length > 0 && (
        <div>
          <h3>Good to know</h3>
          <ul className={classes['remarks']}>
            {remarks.map(({ text, count }) => (
              <li key={text}>
                <span className="foreign">{text}</span>{' '}
                <span className={classes['dim']}>
                  {formatNumber(count)} {count === 1 ? 'time' : 'times'}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {kept > 0 && (
        <p>
          {formatNumber(kept)} {kept === 1 ? 'record' : 'records'} of this import stayed, because others on the desk use{' '}
          {kept === 1 ? 'it' : 'them'} now.
        </p>
      )}
    </Outcome>
  );
}

function Headline({ details: { state, dryRun, error, counts } }: { readonly details: ImportDetails }) {
  switch (state) {
    case 'failed':
      return (
        <>
          <StateBadge state="bad">
            {dryRun ? 'The check failed.' : 'The import failed, and nothing of it is left.'}
          </StateBadge>{' '}
          <span className="foreign">{error}</span>
        </>
      );
    case 'cancelled':
      return (
        <StateBadge state="quiet">
          {dryRun ? 'The check was cancelled.' : 'The import was cancelled, and nothing of it is left.'}
        </StateBadge>
      );
    case 'removed':
      return <StateBadge state="quiet">The import was taken back.</StateBadge>;
    default: {
      const refused = describeRefused(counts.refused);
      return (
        <StateBadge state={counts.refused === 0 ? 'good' : 'warn'}>
          {dryRun ? `The check is done, and nothing was changed. ${refused}` : `The import is done. ${refused}`}
        </StateBadge>
      );
    }
  }
}

function describeRefused(count: number): string {
  if (count === 0) return 'No row was refused.';
  return `${formatNumber(count)} ${count === 1 ? 'row was' : 'rows were'} refused: see below.`;
}
