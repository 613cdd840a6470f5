import type { ReactNode } from 'react';
import classes from './record.module.css';

export type Property = readonly [label: string, value: ReactNode, width?: 'wide'];

/** A record's facts. Those without a value show a dash, so that a reader knows that nothing is there. */
export function Properties({ list }: { readonly list: readonly Property[] }) {
  return (
    <dl className={classes['properties']}>
      {list.map(([label, value, width]) => (
        <div key={label} data-width={width}>
          <dt>{label}</dt>
          <dd>{value === undefined || value === '' || value === null ? <span aria-label="None">–</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
