import { useId, type ReactNode } from 'react';
import classes from './home.module.css';

interface Props {
  readonly title: string;
  /** A link to where there is more of it. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

export function Card({ title, more, children }: Props) {
  const heading = useId();
  return (
    <section className={classes['card']} tabIndex={-1} aria-labelledby={heading}>
      <div className={classes['card-head']}>
        <h2 id={heading}>{title}</h2>
        {more}
      </div>
      {children}
    </section>
  );
}
