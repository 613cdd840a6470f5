import { Link } from 'react-router';
import classes from './home.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  /** The list that the number counts. */
  readonly to?: string;
  readonly bad?: boolean;
}

/** A number with what it counts. */
export function Figure({ label, value, to, bad = false }: Props) {
  return (
    <div className={classes['figure']}>
      <dt>{to === undefined ? label : <Link to={to}>{label}</Link>}</dt>
      <dd data-bad={bad || undefined}>{value}</dd>
    </div>
  );
}
