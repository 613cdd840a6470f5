import type { AbilityView } from '../../../src-shared/api/abilities.ts';
import { describeTarget, inputNames } from '../../components/ability/ability-words.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import type { Column } from '../../components/table/column.ts';
import { textColumn } from '../../components/table/usual-columns.tsx';
import classes from './abilities.module.css';

export const abilityColumns: readonly Column<AbilityView>[] = [
  { ...textColumn<AbilityView>('name', 'Name', 170, ({ ability }) => ability.name), always: true },
  { ...textColumn<AbilityView>('about', 'What it does', 180, ({ ability }) => ability.about), grows: 'twice' },
  textColumn('input', 'Runs over', 88, ({ ability }) => inputNames[ability.input]),
  textColumn('target', 'With the answer', 170, ({ ability }) => describeTarget(ability)),
  {
    id: 'connection',
    title: 'Runs on',
    width: 150,
    grows: 'once',
    cell: (row) => <span title={describeConnection(row)}>{describeConnection(row)}</span>,
  },
  {
    id: 'tools',
    title: 'Tools',
    width: 60,
    align: 'right',
    cell: ({ tools }) => (
      <span title={tools.map(({ name, endpointName }) => `${name} on ${endpointName}`).join('\n')}>{tools.length}</span>
    ),
  },
  {
    id: 'state',
    title: 'State',
    width: 112,
    cell: ({ ability, trouble }) =>
      ability.inactive ? (
        <StateBadge state="quiet">Inactive</StateBadge>
      ) : trouble === undefined ? (
        <StateBadge state="good">Ready</StateBadge>
      ) : (
        <span title={trouble}>
          <StateBadge state="warn">Cannot run</StateBadge>
        </span>
      ),
  },
  {
    id: 'from',
    title: 'From',
    width: 110,
    hiddenAtFirst: true,
    cell: ({ shipped, version }) => (
      <span className={classes['dim']}>
        {shipped ? (version === 0 ? 'Built in' : 'Built in, changed') : 'Made here'}
      </span>
    ),
  },
];

function describeConnection({ connection, ability }: AbilityView): string {
  if (connection === undefined) return 'Gone';
  const model = connection.model === '' ? '' : `, ${connection.model}`;
  return `${ability.connectionId === null ? 'Default: ' : ''}${connection.name}${model}`;
}
