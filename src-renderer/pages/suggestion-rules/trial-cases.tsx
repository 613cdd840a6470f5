import { useNavigate } from 'react-router';
import type { RuleTrialCase, RuleTrialEvent } from '../../../src-shared/api/suggestions.ts';
import { formatNumber } from '../../components/format-number.ts';
import { formatPercent } from '../../components/format-percent.ts';
import { recordPath } from '../../components/record/record-path.ts';
import type { Column } from '../../components/table/column.ts';
import { rowsOf } from '../../components/table/rows.ts';
import { TableSection } from '../../components/table/table-section.tsx';
import { textColumn } from '../../components/table/usual-columns.tsx';
import classes from './rules.module.css';

type Case = RuleTrialCase;

const ticket: Column<Case> = {
  ...textColumn<Case>('ticket', 'Ticket', 200, ({ id, summary }) => `${id} ${summary}`),
  grows: 'twice',
};
const suggested = textColumn<Case>('suggested', 'Suggested', 150, (each) => each.suggested);
const actual = textColumn<Case>('actual', 'The ticket has', 150, (each) => each.actual);
const agreed: Column<Case> = {
  id: 'agreed',
  title: 'Agreed',
  width: 108,
  align: 'right',
  cell: (each) => `${each.agreed} of ${each.considered}`,
};
const alike: Column<Case> = {
  id: 'alike',
  title: 'Alike',
  width: 70,
  align: 'right',
  cell: ({ score }) => formatPercent(score),
};
const savedWords = { right: 'Right', wrong: 'Wrong', silent: 'Nothing' } as const;
const before: Column<Case> = {
  id: 'saved',
  title: 'As saved',
  width: 80,
  cell: ({ savedVerdict }) => (savedVerdict === undefined ? 'Not for it' : savedWords[savedVerdict]),
};

interface Props {
  readonly result: Extract<RuleTrialEvent, { kind: 'result' }>;
  readonly proposesText: boolean;
}

/** The tickets for which the rule would have been wrong, and some for which it would have been right. */
export function TrialCases({ result: { tried, saved, wrong, right }, proposesText }: Props) {
  const navigate = useNavigate();
  const others = saved === undefined ? [] : [before];
  const values = [suggested, actual].map((column) => (proposesText ? { ...column, grows: 'twice' as const } : column));
  const onOpen = ({ id }: Case): void => void navigate(recordPath('ticket', id));
  if (tried.suggested === 0) return null;
  return (
    <>
      {proposesText && (
        <p className={classes['hint']}>
          A resolution counts as right only where the ticket was closed with the same words. Read the wrong ones: many
          help all the same.
        </p>
      )}
      <TableSection
        title="Wrong"
        one="ticket"
        many="tickets"
        actions={describeShown(wrong.length, tried.suggested - tried.right)}
        columns={[ticket, ...values, agreed, alike, ...others]}
        rows={rowsOf(wrong)}
        onOpen={onOpen}
        empty="Whatever it suggested is what the tickets have."
      />
      <TableSection
        title="Right, for example"
        one="ticket"
        many="tickets"
        actions={describeShown(right.length, tried.right)}
        columns={[ticket, ...values.slice(0, 1), agreed, alike, ...others]}
        rows={rowsOf(right)}
        onOpen={onOpen}
        empty="It was right for no ticket."
      />
    </>
  );
}

function describeShown(shown: number, all: number): string | undefined {
  return shown < all ? `The latest of ${formatNumber(all)}` : undefined;
}
