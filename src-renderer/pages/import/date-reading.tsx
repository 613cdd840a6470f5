import { describeMoment } from '../../components/describe-moment.ts';
import classes from './import.module.css';

/** How a date of the file is read: its moment, or that it stands for none, which is nothing to worry about. */
export function DateReading({ at }: { readonly at: string | null }) {
  if (at === null) return <span className={classes['dim']}>No date: stays empty</span>;
  return <time dateTime={at}>{describeMoment(at)}</time>;
}
