import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { WorkbenchStatus } from '../../../src-shared/api/workbench.ts';
import { api } from '../../api/client.ts';
import classes from './data.module.css';
import { formatNumber } from '../../components/format-number.ts';

/** Says beforehand what a reset takes away, what it leaves, and who gets in no more. */
export function ResetEffects({ counts }: { readonly counts: WorkbenchStatus['counts'] }) {
  const { tickets, articles, users, agents, assets, calls } = counts;
  const goes = [
    [tickets, 'ticket'],
    [articles, 'article'],
    [users, 'user'],
    [agents, 'agent'],
    [assets, 'asset'],
  ] as const;
  return (
    <dl className={classes['effects']}>
      <dt>Goes</dt>
      <dd>
        {goes
          .filter(([count]) => count > 0)
          .map(([count, name]) => `${formatNumber(count)} ${name}${count === 1 ? '' : 's'}`)
          .join(', ')}
        , and everything else on the desk: clients, sites, teams, services, time entries and the types that tickets
        have.
      </dd>
      <dt>Stays</dt>
      <dd>
        The endpoint’s settings and tools, applications and keys, and the log of {formatNumber(calls)}{' '}
        {calls === 1 ? 'call' : 'calls'}. No number is used twice: new tickets go on counting where the old ones ended.
      </dd>
      <dt>Stops working</dt>
      <dd>
        <BrokenApplications />
      </dd>
    </dl>
  );
}

function BrokenApplications() {
  const { data } = useQuery(api.applications.list.queryOptions());
  if (data === undefined) return null;
  const broken = data.filter(({ actsAs }) => actsAs !== 'service');
  if (broken.length === 0) return 'Nothing: no application acts as an agent or user of this desk.';
  return (
    <>
      {broken.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link to={`/applications/${id}`} className="foreign">
            {name}
          </Link>
        </span>
      ))}
      {broken.length === 1 ? ' acts' : ' act'} as somebody of this desk, and will be refused until{' '}
      {broken.length === 1 ? 'it is' : 'they are'} given somebody of the new one.
    </>
  );
}
