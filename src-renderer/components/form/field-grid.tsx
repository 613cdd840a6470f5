import type { ReactNode } from 'react';
import classes from './form.module.css';

/** Fields in two columns, in one where there is no room for two. */
export function FieldGrid({
  narrow,
  children,
}: {
  readonly narrow?: boolean | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes['grid']} data-narrow={narrow || undefined}>
      {children}
    </div>
  );
}

/** A field over the whole width of its grid. */
export function FieldSpan({ children }: { readonly children: ReactNode }) {
  return <div className={classes['wide']}>{children}</div>;
}
