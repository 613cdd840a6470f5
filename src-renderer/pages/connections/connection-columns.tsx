import type { ConnectionView } from '../../../src-shared/api/connections.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import type { Column } from '../../components/table/column.ts';
import { textColumn } from '../../components/table/usual-columns.tsx';
import { kindLabels } from './connection-words.ts';
import { KeyState } from './key-state.tsx';
import classes from './connections.module.css';

export const connectionColumns: readonly Column<ConnectionView>[] = [
  { ...textColumn('name', 'Name', 180, ({ name }) => name), grows: 'twice', always: true },
  {
    id: 'default',
    title: 'Default',
    width: 88,
    cell: ({ isDefault }) =>
      isDefault ? <StateBadge state="info">Default</StateBadge> : <span className={classes['dim']}>–</span>,
  },
  textColumn('kind', 'Kind', 140, ({ kind }) => kindLabels[kind]),
  {
    id: 'model',
    title: 'Model',
    width: 150,
    grows: 'once',
    cell: ({ model }) => (
      <span className="mono" title={model}>
        {model}
      </span>
    ),
  },
  {
    id: 'baseUrl',
    title: 'Base URL',
    width: 220,
    grows: 'once',
    cell: ({ baseUrl }) => (
      <span className="mono" title={baseUrl}>
        {baseUrl}
      </span>
    ),
  },
  { id: 'key', title: 'Key', width: 136, cell: (connection) => <KeyState connection={connection} /> },
  {
    id: 'test',
    title: 'Last test',
    width: 136,
    cell: ({ lastTest }) =>
      lastTest === undefined ? (
        <span className={classes['dim']}>Not tested</span>
      ) : (
        <span title={lastTest.message}>
          <StateBadge state={lastTest.works ? 'good' : 'bad'}>{lastTest.works ? 'Works' : 'Failed'}</StateBadge>{' '}
          <RelativeTime at={lastTest.at} />
        </span>
      ),
  },
];
