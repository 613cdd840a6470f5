import type { ReactNode } from 'react';
import classes from './form.module.css';

interface Props {
  readonly label: string;
  /** Names the control for `htmlFor`; leave out where the control carries its own name. */
  readonly htmlFor?: string;
  readonly explanation: ReactNode;
  readonly children: ReactNode;
}

/** A setting with its explanation beside it. */
export function SettingRow({ label, htmlFor, explanation, children }: Props) {
  return (
    <div className={classes['setting']}>
      <div className={classes['setting-words']}>
        {htmlFor === undefined ? (
          <span className={classes['setting-label']}>{label}</span>
        ) : (
          <label className={classes['setting-label']} htmlFor={htmlFor}>
            {label}
          </label>
        )}
        <div className={classes['setting-explanation']}>{explanation}</div>
      </div>
      <div className={classes['setting-control']}>{children}</div>
    </div>
  );
}
