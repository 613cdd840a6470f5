import { Link } from 'react-router';

interface Props {
  readonly count: number;
  /** The filter of the tickets' list, such as `user`, and its value. */
  readonly filter: 'user' | 'client' | 'agent' | 'team' | 'asset';
  readonly id: number;
}

const numbers = new Intl.NumberFormat('en-GB');

/** How many tickets are open, leading to them; the closed ones are one step further. */
export function OpenTickets({ count, filter, id }: Props) {
  return <Link to={`/tickets?${filter}=${id}`}>{`${numbers.format(count)} open`}</Link>;
}
