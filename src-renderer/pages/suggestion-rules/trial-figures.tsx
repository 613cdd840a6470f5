import type { RuleTrialEvent, RuleTrialFigures } from '../../../src-shared/api/suggestions.ts';
import { formatNumber } from '../../components/format-number.ts';
import { formatPercent } from '../../components/format-percent.ts';
import classes from './rules.module.css';

interface Props {
  readonly told: Exclude<RuleTrialEvent, { kind: 'failed' }>;
  /** Whether what was tried was not saved, beside something that is. */
  readonly isEdited: boolean;
  readonly isSaved: boolean;
}

const lines: readonly {
  readonly name: string;
  readonly count: (figures: RuleTrialFigures) => number;
  /** What the count is a part of. */
  readonly of?: (figures: RuleTrialFigures) => number;
  readonly better?: 'more' | 'fewer';
}[] = [
  { name: 'Tickets it is for', count: ({ tickets }) => tickets },
  { name: 'Suggested something', count: ({ suggested }) => suggested, of: ({ tickets }) => tickets },
  { name: 'Right', count: ({ right }) => right, of: ({ suggested }) => suggested, better: 'more' },
  {
    name: 'Wrong',
    count: ({ suggested, right }) => suggested - right,
    of: ({ suggested }) => suggested,
    better: 'fewer',
  },
];

/** How often a rule was right, as edited and as saved side by side. */
export function TrialFigures({ told: { tried, saved }, isEdited, isSaved }: Props) {
  return (
    <table className={classes['figures']}>
      <caption className="visually-hidden">How often the rule was right</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{isEdited ? 'As edited' : isSaved ? 'As saved' : 'This rule'}</th>
          {saved !== undefined && (
            <>
              <th scope="col">As saved</th>
              <th scope="col">Difference</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, count, of, better }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{describeCount(count(tried), of?.(tried))}</td>
            {saved !== undefined && (
              <>
                <td>{describeCount(count(saved), of?.(saved))}</td>
                <td data-tone={toneOf(count(tried) - count(saved), better)}>
                  {describeDifference(count(tried) - count(saved))}
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describeCount(count: number, of: number | undefined): string {
  if (of === undefined || of === 0) return formatNumber(count);
  return `${formatNumber(count)} (${formatPercent(count / of)})`;
}

function describeDifference(difference: number): string {
  if (difference === 0) return 'none';
  return difference > 0 ? `+${formatNumber(difference)}` : `−${formatNumber(-difference)}`;
}

function toneOf(difference: number, better: 'more' | 'fewer' | undefined): 'good' | 'bad' | undefined {
  if (difference === 0 || better === undefined) return undefined;
  return difference > 0 === (better === 'more') ? 'good' : 'bad';
}
