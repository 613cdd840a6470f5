import { RelativeTime } from '../relative-time.tsx';
import { isMoment, isNothing } from './describe-result.ts';
import classes from './result.module.css';

/** One value inside a result, in a line. */
export function ResultValue({ value }: { readonly value: unknown }) {
  if (isNothing(value)) return <span className={classes['dim']}>–</span>;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (isMoment(value)) return <RelativeTime at={value} />;
  if (typeof value === 'string') return <span className="foreign">{value}</span>;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) {
    return <span className="foreign">{value.join(', ')}</span>;
  }
  return <span className="foreign mono">{JSON.stringify(value)}</span>;
}
