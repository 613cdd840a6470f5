import type { ApplicationView } from '../../../src-shared/api/applications.ts';
import type { KeyView } from '../../../src-shared/api/keys.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import type { Column } from '../../components/table/column.ts';
import { KeyState } from './key-state.tsx';
import { methods } from './methods.ts';
import classes from './applications.module.css';

export interface ApplicationRow extends ApplicationView {
  readonly keys: readonly KeyView[];
}

export const applicationColumns: readonly Column<ApplicationRow>[] = [
  {
    id: 'name',
    title: 'Name',
    width: 200,
    grows: 'twice',
    always: true,
    cell: ({ name }) => <span title={name}>{name}</span>,
  },
  {
    id: 'enabled',
    title: 'State',
    width: 96,
    cell: ({ enabled }) => (
      <StateBadge state={enabled ? 'good' : 'quiet'}>{enabled ? 'Enabled' : 'Disabled'}</StateBadge>
    ),
  },
  { id: 'method', title: 'Signs in with', width: 176, grows: 'once', cell: ({ method }) => methods[method] },
  { id: 'actsAs', title: 'Acts as', width: 152, grows: 'once', cell: (application) => describeLogin(application) },
  {
    id: 'scopes',
    title: 'Scopes',
    width: 72,
    align: 'right',
    cell: ({ scopes }) => <span title={scopes.join(', ')}>{scopes.length}</span>,
  },
  {
    id: 'keys',
    title: 'Keys',
    width: 180,
    grows: 'once',
    cell: ({ keys }) =>
      keys.map((key) => (
        <span key={key.id} className={classes['key-in-row']}>
          <span className="mono">…{key.hint}</span> <KeyState keyView={key} />
        </span>
      )),
  },
  {
    id: 'lastUse',
    title: 'Last use',
    width: 104,
    cell: ({ keys }) => {
      const last = keys.map(({ lastUse }) => lastUse?.at ?? '').reduce((a, b) => (a > b ? a : b), '');
      return last === '' ? <span className={classes['dim']}>–</span> : <RelativeTime at={last} />;
    },
  },
];

export function describeLogin({ actsAs, person }: Pick<ApplicationView, 'actsAs' | 'person'>): string {
  return person === undefined ? 'The service itself' : (person.name ?? `${actsAs}, which is gone`);
}
