import { useId, type ReactNode } from 'react';
import classes from './form.module.css';

interface Props {
  readonly title: string;
  readonly about?: ReactNode;
  readonly id?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function FormSection({ title, about, id, actions, children }: Props) {
  const heading = useId();
  return (
    <section
      className={classes['section']}
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      aria-labelledby={heading}
    >
      <div className={classes['section-head']}>
        <div>
          <h2 id={heading}>{title}</h2>
          {about !== undefined && <p>{about}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
