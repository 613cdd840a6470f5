import { ActionIcon, Switch } from '@mantine/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type MouseEvent, useContext } from 'react';
import { proposalNames } from '../../components/desk/proposal-names.ts';
import { formatPercent } from '../../components/format-percent.ts';
import type { Column } from '../../components/table/column.ts';
import { textColumn } from '../../components/table/usual-columns.tsx';
import { RuleActs, type RuleRow } from './rule-acts.ts';
import classes from './rules.module.css';

export const ruleColumns: readonly Column<RuleRow>[] = [
  {
    id: 'place',
    title: 'Order',
    width: 104,
    always: true,
    cell: (rule) => (
      <span className={classes['place']}>
        <span>{rule.place}</span>
        <MoveButton rule={rule} by={-1} isAtEnd={rule.place === 1} />
        <MoveButton rule={rule} by={1} isAtEnd={rule.isLast} />
      </span>
    ),
  },
  {
    id: 'name',
    title: 'Name',
    width: 220,
    grows: 'twice',
    always: true,
    cell: ({ name }) => <span title={name}>{name}</span>,
  },
  { id: 'proposes', title: 'Suggests', width: 100, cell: ({ proposes }) => proposalNames[proposes] },
  { id: 'score', title: 'Score', width: 84, align: 'right', cell: ({ minimumScore }) => formatPercent(minimumScore) },
  { id: 'matches', title: 'Matches', width: 92, align: 'right', cell: ({ minimumMatches }) => minimumMatches },
  {
    id: 'share',
    title: 'Share',
    width: 84,
    align: 'right',
    cell: ({ minimumPercent }) => (minimumPercent === null ? 'Any' : `${minimumPercent} %`),
  },
  textColumn('types', 'For tickets of', 140, ({ types }) => (types.length === 0 ? 'All types' : types.join(', '))),
  {
    id: 'counts',
    title: 'Counts',
    width: 150,
    hiddenAtFirst: true,
    cell: ({ closedOnly, lastDays }) =>
      `${closedOnly ? 'Closed' : 'All'}${lastDays === null ? '' : `, last ${lastDays} days`}`,
  },
  {
    id: 'autoApply',
    title: 'Applied',
    width: 110,
    cell: ({ autoApply }) => (autoApply ? 'By itself' : 'By a person'),
  },
  {
    id: 'active',
    title: 'Active',
    width: 72,
    cell: (rule) => <ActiveSwitch rule={rule} />,
  },
];

interface MoveProps {
  readonly rule: RuleRow;
  readonly by: -1 | 1;
  /** The button stays, so that the focus does. */
  readonly isAtEnd: boolean;
}

function MoveButton({ rule, by, isAtEnd }: MoveProps) {
  const { move } = useContext(RuleActs);
  const Arrow = by < 0 ? ArrowUp : ArrowDown;
  const way = by < 0 ? 'up' : 'down';
  return (
    <ActionIcon
      size="sm"
      aria-label={`Move ${rule.name} ${way}`}
      title={`Alt+${by < 0 ? '↑' : '↓'}`}
      aria-disabled={isAtEnd}
      data-move={`${rule.id} ${by}`}
      className={classes['move'] ?? ''}
      onClick={(event) => {
        event.stopPropagation();
        if (!isAtEnd) move(rule, by);
      }}
    >
      <Arrow size={14} />
    </ActionIcon>
  );
}

function ActiveSwitch({ rule }: { readonly rule: RuleRow }) {
  const acts = useContext(RuleActs);
  return (
    <Switch
      aria-label={`${rule.name} is active`}
      checked={!rule.inactive}
      // A click on the switch does not open the row.
      wrapperProps={{ onClick: stop }}
      onChange={(event) => acts.switch(rule, event.currentTarget.checked)}
    />
  );
}

function stop(event: MouseEvent): void {
  event.stopPropagation();
}
