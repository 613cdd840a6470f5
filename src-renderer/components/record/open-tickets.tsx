import { Link } from 'react-router';
import { formatNumber } from '../format-number.ts';

interface Props {
  readonly count: number;
  /** The filter of the tickets' list, such as `user`, and its value. */
  readonly filter: 'user' | 'client' | 'agent' | 'team' | 'asset';
  readonly id: number;
}

/** How many tickets are open, leading to them; the closed ones are one step further. */
export function OpenTickets({ count, filter, id }: Props) {
  return <Link to={`/tickets?${filter}=${id}`}>{`${formatNumber(count)} open`}</Link>;
}
