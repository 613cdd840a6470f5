import classes from './count.module.css';
import { formatNumber } from './format-number.ts';

interface Props {
  readonly of: number | undefined;
  readonly one: string;
  readonly many: string;
  /** False when there may be more. */
  readonly exact?: boolean;
}

/** How many rows a list has with its filters as they are. */
export function Count({ of, one, many, exact = true }: Props) {
  return (
    <span role="status" className={classes['count']}>
      {of !== undefined && `${exact ? '' : 'At least '}${formatNumber(of)} ${of === 1 ? one : many}`}
    </span>
  );
}
