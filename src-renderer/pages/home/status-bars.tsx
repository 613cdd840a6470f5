import { Link } from 'react-router';
import type { DeskCounts } from '../../../src-shared/api/desk.ts';
import classes from './home.module.css';
import { formatNumber } from '../../components/format-number.ts';

/** Open tickets by status, as a table whose rows carry a bar. */
export function StatusBars({ counts }: { readonly counts: DeskCounts }) {
  const open = counts.byStatus.filter(({ kind }) => kind === 'open');
  const most = Math.max(1, ...open.map(({ tickets }) => tickets));
  return (
    <table className={classes['statuses']}>
      <caption className="visually-hidden">Open tickets by status</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Status</th>
          <th scope="col">Tickets</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {open.map(({ id, name, tickets }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/tickets?status=${id}`}>{name}</Link>
            </th>
            <td className={classes['number']}>{formatNumber(tickets)}</td>
            <td aria-hidden className={classes['bar-cell']}>
              <div className={classes['bar']} style={{ width: `${(tickets / most) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
